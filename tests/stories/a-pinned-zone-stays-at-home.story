# The schedule names Berlin, so a week in Tokyo changes nothing: the reminders come when it is evening at home, eight
# hours later on Tokyo's clock. Without the name the computer's own zone counts, at once.
zone Europe/Berlin
schedule at-home-in-berlin.toml
2026-11-23T18:00  start
19:00             zone Asia/Tokyo             # 03:00 on the 24th
                  expect state water waiting
2026-11-24T04:29  expect not-shown water
04:30             expect shown water          # 20:30 in Berlin
04:31             snooze water 10m
04:35             zone America/New_York       # 14:35 on the 23rd
                  expect state water snoozed
14:41             expect shown water
                  done water
                  zone Asia/Tokyo             # 04:41 on the 24th
2026-11-24T05:30  done banana                 # 21:30 in Berlin
06:15             done calf-stretch           # 22:15
06:20             done hamstring-stretch      # 22:20
12:00             edit plain.toml             # the same, without a zone
20:30             expect shown water          # in Tokyo
