# Not tonight: nothing disturbs until four in the morning, not even after a restart.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             expect shown water
20:31             pause
                  expect not-shown water
21:00             crash
                  start
                  expect not-shown water
21:15             expect state water paused
21:30             expect not-shown banana
22:30             resume
                  expect state banana paused
                  expect shown calf-stretch hamstring-stretch
                  expect refused resume
22:31             pause 22:40
                  expect not-shown calf-stretch
22:40             expect shown calf-stretch
2026-11-24T20:30  expect shown water
