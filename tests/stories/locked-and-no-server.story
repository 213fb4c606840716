# Locked, and the notification server gone. Whichever comes back first, the reminder waits for both.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:00             lock
                  server gone
20:30             expect state water due
20:40             unlock
                  expect not-shown water      # there is nothing to show it with
20:41             lock
20:42             server back
                  expect not-shown water      # there is nobody to see it
20:43             unlock
                  expect shown water
                  done water
21:35             server gone                 # with the banana on the screen
                  lock
21:36             server back
                  expect not-shown banana
21:37             unlock
                  expect shown banana
