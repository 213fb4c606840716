# At the station Troll in Antarctica the clocks go forward by two hours: at 01:00 on 29 March 2026 they show 03:00.
# Bedtime at 02:15 is then at 03:00, and the water an hour of real time before, at midnight.
zone Antarctica/Troll
schedule bed-at-0215.toml
2026-03-28T20:00  start
23:59:59          expect not-shown water
00:00             expect shown water
                  done water
00:59:59          expect not-shown calf-stretch
+1s               expect shown calf-stretch   # 03:00
                  done calf-stretch
2026-03-30T01:15  expect shown water          # the next night is as ever
02:15             expect shown calf-stretch
