# A step can be put off three times, and then wants an answer.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             expect shown water
20:31             snooze water                # the first of the schedule's lengths: 10 minutes
                  expect not-shown water
                  expect state water snoozed
20:40:59          expect not-shown water
20:41             expect shown water
                  snooze water 30m
21:10:59          expect state water snoozed
21:11             expect shown water
                  snooze water 5m
21:16             expect shown water
                  expect refused snooze water
                  expect shown water
                  expect state water due
21:17             done water
                  expect state water done
