# Behind a locked screen nothing is shown; it comes when somebody is there.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:00             lock
20:30             expect not-shown water
                  expect state water due
20:50             unlock
                  expect shown water
                  done water
21:20             lock
22:16             unlock
                  expect state banana unseen
                  expect shown calf-stretch
