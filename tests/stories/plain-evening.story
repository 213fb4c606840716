# An evening as it should be: each step is reminded of at its time, answered, and over.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
                  expect state water waiting
20:29:59          expect not-shown water
20:30             expect shown water
                  expect state water due
20:34             done water
                  expect not-shown water
                  expect state water done
21:30             expect shown banana
21:31             done banana
22:15             expect shown calf-stretch
                  expect not-shown hamstring-stretch
22:17             done calf-stretch
22:20             expect shown hamstring-stretch
22:22             done hamstring-stretch
23:59             expect not-shown water banana calf-stretch hamstring-stretch
                  expect state calf-stretch done
2026-11-24T04:00  expect state water waiting       # the next evening is at hand
20:30             expect shown water
