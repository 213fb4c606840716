# A popup of Tuesday evening is on the screen when the traveller lands in Honolulu, where it is still Monday. What is on
# the screen can be answered all the same.
zone Pacific/Auckland
schedule plain.toml
2026-11-24T18:00  start
20:30             done water
21:30             done banana
22:15             expect shown calf-stretch
22:16             zone Pacific/Honolulu       # 23:16 on the 23rd
                  expect shown calf-stretch
                  done calf-stretch --night 2026-11-24
                  expect not-shown calf-stretch
