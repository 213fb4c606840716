# 29 February 2028 is an evening like any other: it has its reminders, and can be answered for on the next day.
zone Europe/Berlin
schedule plain.toml
2028-02-28T18:00  start
20:30             done water
2028-02-29T20:30  expect shown water
                  done water
22:15             expect shown calf-stretch
2028-03-01T12:00  done calf-stretch --night 2028-02-29      # missed, it said; corrected at noon
                  expect refused snooze calf-stretch --night 2028-02-29
20:30             expect shown water
