# After a night shift bed is at 08:30, so the evening of the 23rd is at hand until 09:30. The tablet of the 24th waits
# from 09:00 on: it stands in the status, and an answer that names no night is for it.
zone Europe/Berlin
schedule late-sleeper.toml
2026-11-23T20:00  start
2026-11-24T08:15  done calf-stretch
09:00             expect state magnesium due
                  snooze magnesium 5m
09:04             expect state magnesium snoozed
09:05             expect shown magnesium
                  done magnesium
                  expect not-shown magnesium
                  expect state calf-stretch done
