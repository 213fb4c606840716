# A snooze is over while the server hangs for longer than one waits for it. The reminder comes when it answers.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:35             snooze water 10m
20:44:50          server hung
20:45             expect not-shown water
20:47             expect state water due
20:50             server back
                  expect shown water
                  dismiss water
                  expect not-shown water      # it was there once
