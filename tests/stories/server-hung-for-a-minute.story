# The server answers nothing for a minute, at the very time of the water. Putting it off by command works at once, and
# when the server answers again it does not show what has been put off, nor what has been done.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:29:50          server hung
20:30             expect state water due
20:30:10          snooze water 10m
                  expect state water snoozed
20:30:50          server back
                  expect not-shown water
20:40:10          expect shown water
20:41             server hung
20:41:10          done water
20:42             server back
                  expect not-shown water
21:29:50          server hung
21:30:20          skip banana                 # its popup is waiting for an answer
21:31             server back
                  expect not-shown banana
                  expect state banana skipped
