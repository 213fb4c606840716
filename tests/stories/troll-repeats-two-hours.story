# At Troll it is 01:00 again at 03:00 on 26 October 2025. The water (01:15) and bedtime (02:15) both come twice on the
# clock, and once to the person.
zone Antarctica/Troll
schedule bed-at-0215.toml
2025-10-25T20:00  start
01:15             expect shown water
                  done water
02:15             expect shown calf-stretch
                  done calf-stretch
+1h               expect not-shown water              # 01:15 again
+1h               expect not-shown calf-stretch       # 02:15 again
                  expect state water done
                  expect state calf-stretch done
