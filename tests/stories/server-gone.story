# The notification server leaves and comes back: what waits is shown again, what was answered is not.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             expect shown water
20:31             server gone
                  expect not-shown water
                  expect state water due
20:35             server back
                  expect shown water
                  done water
21:00             server gone
21:30             expect not-shown banana
                  expect state banana due
21:50             server back
                  expect shown banana
                  done banana
22:00             server gone
23:10             server back
                  expect state calf-stretch unseen
                  expect state hamstring-stretch unseen
                  expect not-shown calf-stretch hamstring-stretch
