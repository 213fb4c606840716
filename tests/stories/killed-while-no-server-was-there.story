# No server, and a crash on top: answers by command are kept, and what waits is shown when both are back.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:20             server gone
20:35             done water
                  crash
21:35             start
                  expect state water done
                  expect not-shown banana
                  expect state banana due
                  crash
21:40             server back
                  start
                  expect shown banana
                  expect not-shown water
