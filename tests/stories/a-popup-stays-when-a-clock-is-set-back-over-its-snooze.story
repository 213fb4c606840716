# A snooze is over, by a clock that was half an hour ahead, and the reminder is back. The clock is set right: what is on
# the screen stays there until it is answered.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:31             snooze water 10m            # until 20:41
20:35             clock +30m                  # 21:05
                  expect shown water
21:06             clock -30m                  # 20:36
                  expect shown water
                  expect state water due
