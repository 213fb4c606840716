# Killed in the middle of things, the service goes on where it was.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             expect shown water
20:31             snooze water 10m
+2m               crash
20:45             start
                  expect shown water
20:46             done water
                  crash
                  start
                  expect not-shown water
                  expect state water done
21:30             expect shown banana
21:31             crash
21:32             start
                  expect shown banana         # nobody had answered
21:33             done banana
22:10             crash
2026-11-24T08:00  start                       # the night is over
                  expect not-shown calf-stretch hamstring-stretch
20:30             expect shown water
