# The banana is put off until five to twelve, and then bedtime moved to 21:30: the evening is over, and the snooze with it.
zone Europe/Berlin
schedule bed-at-2300.toml
2026-11-23T20:00  start
22:00             expect shown banana
22:30             snooze banana 85m           # until 23:55
22:35             edit bed-at-2130.toml       # the evening ended at 22:30
                  expect state banana missed
23:55             expect not-shown banana
