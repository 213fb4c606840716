# Nobody answers: the reminder comes back twice, waits quietly, and is missed when it is of no more use.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             expect shown water
20:32             dismiss water               # closing a popup is no answer
                  expect not-shown water
                  expect state water due
20:40             expect shown water          # ten minutes after it was shown
20:45             dismiss water
20:50             expect shown water
20:51             dismiss water
21:14:59          expect not-shown water
                  expect state water due
21:15             expect state water missed
                  expect not-shown water
21:20             done water                  # better late than never
                  expect state water done
