# The server goes with the water on the screen, the lid is closed, and a new server comes up with the lid. The water
# is shown again, and the banana too, which came due meanwhile: in one popup.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:55             snooze water 30m            # until 21:25
21:26             expect shown water
                  server gone
                  suspend
21:45             wake
                  expect not-shown water banana
21:46             server back
                  expect shown water banana
                  dismiss water
                  expect not-shown banana
