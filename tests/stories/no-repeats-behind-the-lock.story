# The popup is closed and the screen locked: nothing reminds behind the lock. A snooze that is over meanwhile comes
# back when somebody is there.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             expect shown water
20:32             dismiss water
20:35             lock
20:40             expect not-shown water      # it would repeat now
20:50             expect not-shown water
                  expect state water due
20:53             unlock
                  expect shown water
20:54             snooze water 10m
20:55             lock
21:04             expect not-shown water
                  expect state water due
21:07             unlock
                  expect shown water
                  done water
