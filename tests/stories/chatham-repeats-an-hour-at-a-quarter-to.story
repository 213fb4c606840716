# On the Chatham Islands it is 02:45 again at 03:45 on 5 April 2026. 03:15 comes twice; the first counts.
zone Pacific/Chatham
schedule bed-at-0315.toml
2026-04-04T22:00  start
02:15             expect shown water
                  done water
03:15             expect shown calf-stretch magnesium
                  done calf-stretch magnesium
+1h               expect not-shown calf-stretch magnesium     # 03:15 again
                  expect state magnesium done
