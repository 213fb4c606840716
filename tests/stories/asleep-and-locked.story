# A laptop is locked by its lid. Opened, it still is: nothing is shown before somebody has unlocked it.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             done water
21:20             lock
                  suspend
22:25             wake
                  expect not-shown calf-stretch hamstring-stretch
                  expect state banana unseen
                  expect state calf-stretch due
22:26             unlock
                  expect shown calf-stretch hamstring-stretch
                  expect not-shown banana
