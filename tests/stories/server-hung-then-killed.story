# A hung server is killed, and started again. The reminder that it had never taken is shown, once.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:29             server hung
20:30             expect not-shown water
20:30:20          server gone
                  expect state water due
20:33             server back
                  expect shown water
                  dismiss water
                  expect not-shown water
20:43             expect shown water          # ten minutes after it was shown
