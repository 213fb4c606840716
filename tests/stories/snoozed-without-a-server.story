# With no server on the screen, a step is put off by command. It comes when that is over and a server is there, not
# before.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  server gone
                  start
20:35             snooze water 20m            # until 20:55
20:40             server back
                  expect not-shown water
                  expect state water snoozed
20:45             server gone
20:55             expect not-shown water
                  expect state water due
21:20             server back                 # later than 21:15, but the window began anew at 20:55
                  expect shown water
                  done water
21:30             expect shown banana
