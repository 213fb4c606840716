# The stretch of 22:15 is useful for 45 minutes: at 23:00 it is over, unseen. The other one is useful until 23:05.
zone Europe/Berlin
schedule plain.toml
2026-11-23T22:00  start
22:10             lock
22:59:59          expect state calf-stretch due
23:00             unlock
                  expect state calf-stretch unseen
                  expect not-shown calf-stretch
                  expect shown hamstring-stretch
2026-11-24T22:10  lock
22:59:59          unlock
                  expect shown calf-stretch           # the evening after, a second earlier
