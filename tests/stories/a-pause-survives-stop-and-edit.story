# Paused until 22:16. Neither a stop nor an edit ends that, and it ends by itself.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:31             pause 22:16
                  stop
20:40             start
                  expect not-shown water
                  edit bed-at-2300.toml
21:05             expect not-shown water      # at 21:00 now
                  edit plain.toml
                  crash
21:40             start
                  expect not-shown banana
22:15             expect not-shown calf-stretch
                  expect state water paused
22:16             expect shown calf-stretch
                  expect state banana paused
                  expect refused resume
