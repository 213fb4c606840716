# A schedule that is saved without a change changes nothing: what was closed stays closed, and is repeated in its time.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             expect shown water
20:31             dismiss water
20:32             edit plain.toml
                  expect not-shown water
20:40             expect shown water
                  snooze water 30m
20:41             edit plain.toml
                  expect state water snoozed
21:10             expect shown water
