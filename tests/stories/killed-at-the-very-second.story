# Killed at the second at which the water is due, with its popup just up. It is shown by the next start, a repeat is
# still a repeat, and two are two.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             crash
                  start
                  expect shown water
20:31             dismiss water
20:32             crash
                  start
                  expect not-shown water      # it was closed
20:40             expect shown water          # the first repeat
20:41             dismiss water
                  crash
20:42             start
20:50             expect shown water          # the second
                  dismiss water
                  crash
20:51             start
21:00             expect not-shown water      # there is no third
                  expect state water due
21:15             expect state water missed
