# Bedtime moves by half an hour in the middle of the evening. What was answered stays so, a snooze counts from when it
# was asked for, and what is still to come comes at its new time.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             done water
20:40             skip calf-stretch           # early
21:35             snooze banana 10m           # until 21:45
21:40             edit bed-at-2300.toml
                  expect state water done
                  expect state calf-stretch skipped
                  expect state banana snoozed
21:44:59          expect not-shown banana
21:45             expect shown banana
                  done banana
22:00             expect not-shown banana             # its new time
22:20             expect not-shown hamstring-stretch  # its old time
22:45             expect not-shown calf-stretch
22:50             expect shown hamstring-stretch
