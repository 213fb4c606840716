# Bed is later tonight: what is still to come moves with it, what was answered stays.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             done water
21:00             later 45m
                  expect state water done
21:30             expect not-shown banana
22:15             expect shown banana
                  expect not-shown calf-stretch
23:00             expect shown calf-stretch
23:05             expect shown hamstring-stretch
23:20             snooze hamstring-stretch 50m   # the evening now ends at 00:15
2026-11-24T00:10  expect shown hamstring-stretch
00:15             expect state hamstring-stretch missed
20:30             expect shown water          # tomorrow is as ever
