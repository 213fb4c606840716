# Done is done and skipped is skipped, through crashes, stops and edits, before the step's time and after it.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             done water
                  crash
                  start
                  expect not-shown water
20:40             skip banana                 # early
                  crash
21:00             start
                  done calf-stretch           # early
                  stop
21:10             edit without-banana.toml
                  start
21:20             edit plain.toml
                  crash
21:25             start
                  expect state water done
                  expect state banana skipped
                  expect state calf-stretch done
21:30             expect not-shown banana
22:15             expect not-shown calf-stretch
22:20             expect shown hamstring-stretch
