# From Berlin to Helsinki, where it is an hour later. What is over there is over, what is still useful is late, a
# snooze lasts as long as it was asked for, and an answer is an answer.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:35             done hamstring-stretch      # early
21:10             snooze water 30m
21:30             expect shown banana
21:35             zone Europe/Helsinki        # 22:35
                  expect state hamstring-stretch done
                  expect state water snoozed
                  expect state banana missed          # it was useful until 22:15
                  expect not-shown banana
                  expect shown calf-stretch           # at 22:15, useful until 23:00
                  expect not-shown hamstring-stretch
22:39:59          expect not-shown water
22:40             expect shown water          # half an hour after 21:10 in Berlin
