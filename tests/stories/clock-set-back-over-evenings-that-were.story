# The clock is set back by two days, over two evenings that were. What was answered or missed in them is not reminded
# of again, and the first new evening is as ever.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             done water
21:30             done banana
22:15             skip calf-stretch
22:20             done hamstring-stretch
2026-11-24T20:30  done water
21:30             expect shown banana         # and nobody answers
22:15             done calf-stretch
22:20             done hamstring-stretch
2026-11-25T12:00  clock 2026-11-23T12:00
                  expect state water done
                  expect state calf-stretch skipped
20:30             expect not-shown water
21:30             expect not-shown banana
22:15             expect not-shown calf-stretch
2026-11-24T20:30  expect not-shown water
21:30             expect not-shown banana
                  expect state banana missed
2026-11-25T20:30  expect shown water
