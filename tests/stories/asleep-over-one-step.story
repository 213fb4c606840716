# The lid was closed for a quarter of an hour, over the time of the water. It comes when the lid is opened, and once.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:25             suspend
20:40             wake
                  expect shown water
                  dismiss water
                  expect not-shown water              # it was one popup
                  expect state water due
20:50             expect shown water                  # a reminder ten minutes later, as ever
                  done water
