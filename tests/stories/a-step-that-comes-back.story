# A step is taken out of the schedule and put in again: it is as it was. Waiting, on the screen, put off or answered,
# it is the same step of the same night.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
18:10             edit without-banana.toml
18:20             edit plain.toml
                  expect state banana waiting
21:30             expect shown banana
21:31             edit without-banana.toml
21:32             edit plain.toml
                  expect shown banana
                  snooze banana 10m           # until 21:42
21:33             edit without-banana.toml
21:34             edit plain.toml
                  expect state banana snoozed
21:42             expect shown banana
                  done banana
                  edit without-banana.toml
21:43             edit plain.toml
                  expect state banana done
                  expect not-shown banana
