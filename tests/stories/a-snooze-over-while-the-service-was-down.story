# A snooze was over while nothing ran. The step is late and still useful: its 45 minutes began when the snooze was
# over.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:40             snooze water 30m            # until 21:10
20:45             crash
21:20             start
                  expect shown water          # past 21:15, but useful until 21:55
21:54:59          expect state water due
21:55             expect state water missed
