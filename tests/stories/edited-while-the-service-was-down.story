# The schedule is edited while nothing runs. The next start takes it up, and knows what was answered and put off.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             done water
21:31             snooze banana 30m           # until 22:01
                  skip hamstring-stretch      # early
21:40             stop
21:45             edit bed-at-2300.toml
                  start
                  expect state water done
                  expect state banana snoozed
                  expect state hamstring-stretch skipped
22:01             expect shown banana
                  done banana
22:15             expect not-shown calf-stretch
22:45             expect shown calf-stretch
22:50             expect not-shown hamstring-stretch
