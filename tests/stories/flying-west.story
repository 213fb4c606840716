# From Berlin to New York, where the evening is six hours away again. What was answered is done for this date; what
# was on the screen stays there until it is answered; what had not come yet comes by New York's clock.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:35             done hamstring-stretch      # early
21:10             snooze water 30m
21:30             expect shown banana
21:35             zone America/New_York       # 15:35
                  expect state hamstring-stretch done
                  expect state water snoozed
                  expect shown banana
                  expect state calf-stretch waiting
15:39:59          expect not-shown water
15:40             expect shown water          # half an hour after 21:10 in Berlin
                  done water banana
20:30             expect not-shown water
21:30             expect not-shown banana
22:14:59          expect state calf-stretch waiting
22:15             expect shown calf-stretch
22:20             expect not-shown hamstring-stretch
