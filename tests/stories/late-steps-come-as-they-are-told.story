# Ten minutes late: two steps come in one popup, one in a popup of its own, and one would rather not come at all. A
# minute is not late: then each has its own.
zone Europe/Berlin
schedule late-steps.toml
2026-11-23T18:00  start
21:50             suspend
22:10             wake
                  expect shown water banana calf-stretch
                  expect not-shown heel-walk
                  expect state heel-walk unseen
                  dismiss water
                  expect not-shown banana             # the same popup
                  expect shown calf-stretch           # another
2026-11-24T21:50  suspend
22:00:59          wake
                  expect shown water banana calf-stretch heel-walk
