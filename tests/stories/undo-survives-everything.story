# What was taken back stays taken back, and what was answered before a restart can be taken back after it.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:31             done water
20:32             undo
                  crash
20:33             start
                  expect state water due
                  expect shown water
20:34             done water
                  stop
20:35             start
20:36             edit without-banana.toml
                  undo
                  expect shown water
20:37             snooze water 10m
                  crash
20:38             start
                  undo water
                  expect state water due
                  expect shown water
                  stop
20:39             start
                  expect shown water
                  skip water
                  crash
                  start
                  expect state water skipped
                  expect not-shown water
