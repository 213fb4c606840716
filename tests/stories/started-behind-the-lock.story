# The session is restored behind its lock screen, late in the evening. The reminder waits for its person.
zone Europe/Berlin
schedule plain.toml
2026-11-23T20:25  lock
20:40             start
                  expect not-shown water
                  expect state water due
20:41             unlock
                  expect shown water
