# Monday evening in Honolulu is Tuesday evening in Auckland, an hour earlier on the clock. Monday's steps are over
# there, and Tuesday's water has just come due.
zone Pacific/Honolulu
schedule plain.toml
2026-11-23T18:00  start
20:30             done water
21:30             expect shown banana
21:35             zone Pacific/Auckland       # 20:35 on the 24th
                  expect shown water                  # 20:30
                  expect state water due
                  expect not-shown banana             # Monday's, missed
                  expect refused snooze banana --night 2026-11-23
                  done water
21:30             expect shown banana                 # Tuesday's
                  done banana
22:15             expect shown calf-stretch
