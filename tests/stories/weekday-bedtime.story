# Fridays and Saturdays have a bedtime of their own, and some steps come on some weekdays only.
zone Europe/Berlin
schedule weekdays.toml
2026-11-26T18:00  start                       # Thursday
20:30             expect shown water
                  done water
21:00             expect not-shown magnesium
2026-11-27T20:30  expect not-shown water      # Friday: bed at 23:30
21:00             expect shown magnesium
                  done magnesium
21:30             expect shown water
                  done water
23:30             expect shown calf-stretch
                  done calf-stretch
2026-11-28T21:30  expect not-shown water      # Saturday: bed at 00:15
22:15             expect shown water
