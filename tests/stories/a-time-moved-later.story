# Bedtime moves from 22:30 to 23:00. A step that waits comes at its new time alone; one on the screen stays there, is
# not announced anew, and is useful until 45 minutes after its new time.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:35             expect shown water
                  edit bed-at-2300.toml       # the water at 21:00
                  expect shown water
20:40             dismiss water               # after the first repeat
20:50             dismiss water               # after the second
21:00             expect not-shown water      # reminded of as often as it should be
21:30             expect not-shown banana
21:44:59          expect state water due
21:45             expect state water missed
22:00             expect shown banana
