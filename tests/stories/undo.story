# An answer can be taken back, and the step is again what it was.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
                  expect refused undo
20:00             done water
                  undo
                  expect state water waiting
20:30             expect shown water
20:31             done water
                  expect not-shown water
20:32             undo water
                  expect state water due
                  expect shown water
20:33             snooze water 10m
20:34             undo
                  expect state water due
                  expect shown water
21:15             expect state water missed
                  expect refused undo water   # nobody answered: there is nothing to take back
21:20             done water
21:21             undo
                  expect state water missed
                  expect not-shown water
