# After Ramadan, at 02:00 on 6 April 2025, the clocks show 03:00. A bedtime of 02:15 is then at 03:00, once.
zone Africa/Casablanca
schedule bed-at-0215.toml
2025-04-05T22:00  start
00:59:59          expect not-shown water
01:00             expect shown water          # an hour of real time before
                  done water
01:59:59          expect not-shown calf-stretch
03:00             expect shown calf-stretch
                  done calf-stretch
03:15             expect not-shown calf-stretch
                  expect state calf-stretch done
