# The lid is closed in Berlin and opened in Tokyo, where the next evening has begun. Monday's steps are over, unseen;
# Tuesday's water came due ten minutes ago.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:00             suspend
20:10             zone Asia/Tokyo             # 04:10 on the 24th
2026-11-24T20:40  wake
                  expect shown water
                  expect state water due
                  expect refused snooze calf-stretch --night 2026-11-23
                  done water
                  expect not-shown water      # Monday's does not come
