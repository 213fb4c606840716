# Morocco sets its clocks back for Ramadan: at 03:00 on 23 February 2025 they show 02:00. Bedtime at 02:15 is the
# first of two, and the evening ends an hour later: at 02:15, the second time.
zone Africa/Casablanca
schedule bed-at-0215.toml
2025-02-22T22:00  start
01:15             expect shown water
                  done water
02:15             expect shown calf-stretch
02:50             expect refused snooze calf-stretch 25m    # 02:15, when the evening is over
                  snooze calf-stretch 20m
+19m              expect state calf-stretch snoozed         # 02:09: twenty minutes are twenty minutes
+1m               expect shown calf-stretch
+4m               expect shown calf-stretch
+1m               expect state calf-stretch missed          # 02:15
                  expect not-shown calf-stretch
