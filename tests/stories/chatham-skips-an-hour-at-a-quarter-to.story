# The Chatham Islands are 12:45 ahead of UTC, and change their clocks at 02:45: on 28 September 2025 it is then 03:45.
# Bedtime at 03:15 is at 03:45 that night, and so is a step with that time of its own.
zone Pacific/Chatham
schedule bed-at-0315.toml
2025-09-27T22:00  start
01:44:59          expect not-shown water
01:45             expect shown water          # an hour of real time before
                  done water
02:44:59          expect not-shown calf-stretch magnesium
+1s               expect shown calf-stretch magnesium         # 03:45
                  done calf-stretch magnesium
