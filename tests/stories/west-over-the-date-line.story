# Who flies from Auckland to Honolulu lives the same Tuesday twice. Its steps come once: those answered in Auckland
# are done, those that had not come yet come in Honolulu.
zone Pacific/Auckland
schedule plain.toml
2026-11-24T18:00  start
20:30             done water
21:00             zone Pacific/Honolulu       # 22:00 on Monday the 23rd
                  expect not-shown water
2026-11-24T20:30  expect not-shown water              # Tuesday again
                  expect state water done
21:30             expect shown banana
                  done banana
22:15             expect shown calf-stretch
                  done calf-stretch
2026-11-25T20:30  expect shown water
