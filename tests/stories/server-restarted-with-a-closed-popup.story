# A popup that was closed before the server was restarted is not brought back by that: the next one comes when it
# repeats. A restart uses up none of the two repeats.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             expect shown water
20:32             dismiss water
20:33             server gone
20:34             server back
                  expect not-shown water
20:40             expect shown water          # the first repeat
20:41             server gone
20:42             server back
                  expect shown water          # lost, not repeated
                  dismiss water
20:52             expect shown water          # the second, ten minutes after it was last shown
                  dismiss water
21:02             expect not-shown water
                  expect state water due
