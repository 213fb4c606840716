# Apia had no 30 December 2011: Thursday the 29th at midnight was Saturday the 31st. A day that nobody lives has no
# evening and no night, so Thursday's evening has one glass of water, not two, and one routine.
zone Pacific/Apia
schedule plain.toml
2011-12-29T18:00  start
20:30             expect shown water
                  done water
21:30             done banana
22:00             expect not-shown water      # two hours of real time before the midnight that ends the 29th
22:15             done calf-stretch
22:20             done hamstring-stretch
23:00             expect not-shown banana
23:45             expect not-shown calf-stretch
+15m              expect not-shown water calf-stretch hamstring-stretch    # 00:00 on the 31st
2011-12-31T12:00  expect state water waiting
20:30             expect shown water
