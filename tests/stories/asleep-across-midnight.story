# Saturday's bedtime is at a quarter past midnight. The lid is closed on Saturday and opened on Sunday, five minutes
# after it: the stretch is still Saturday's, and useful.
zone Europe/Berlin
schedule weekdays.toml
2026-11-28T20:00  start
22:00             suspend
2026-11-29T00:20  wake
                  expect state water unseen           # 22:15, useful until 23:00
                  expect shown calf-stretch
00:30             snooze calf-stretch 30m
00:31             suspend
01:05             wake
                  expect shown calf-stretch
                  done calf-stretch --night 2026-11-28
                  expect state calf-stretch done
