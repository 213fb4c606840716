# Bedtime at 01:45 comes twice in Dublin when winter begins, and counts once, the first time.
zone Europe/Dublin
schedule bed-at-0145.toml
2025-10-25T22:00  start
00:45             expect shown water
                  done water
01:45             expect shown calf-stretch
                  done calf-stretch
+1h               expect not-shown calf-stretch       # 01:45 again: at 02:00 it was 01:00
                  expect state calf-stretch done
