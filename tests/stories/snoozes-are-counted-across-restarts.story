# Three times is three times: a restart or an edit gives no fourth.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:31             snooze water 5m
                  crash
                  start
20:36             snooze water 5m
                  stop
                  start
20:41             snooze water 5m
                  edit without-banana.toml
20:46             expect shown water
                  expect refused snooze water 5m
                  crash
                  start
                  expect refused snooze water 5m
                  expect shown water
