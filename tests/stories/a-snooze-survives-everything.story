# Ten minutes are ten minutes, through a crash, a stop, an edit and a restart.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:31             snooze water 10m            # until 20:41
20:33             crash
20:34             start
                  expect state water snoozed
                  expect not-shown water
20:35             stop
20:36             start
20:37             edit without-banana.toml
                  expect state water snoozed
20:38             stop
20:39             edit plain.toml
                  start
20:40:59          expect state water snoozed
20:41             expect shown water
