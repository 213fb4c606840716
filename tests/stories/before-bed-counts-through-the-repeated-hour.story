# Bed at 02:15 in New York when winter begins: at 02:00 it was 01:00 again. An hour of real time before bed is 01:15
# the second time; at 01:15 the first time it is two hours still.
zone America/New_York
schedule bed-at-0215.toml
2025-11-01T22:00  start
01:15             expect not-shown water      # summer time
+59m59s           expect not-shown water
+1s               expect shown water          # 01:15, winter time
                  done water
02:15             expect shown calf-stretch
