# A snooze opens the window anew, but the evening closes it, and no snooze goes past the evening.
zone Europe/Berlin
schedule plain.toml
2026-11-23T22:00  start
22:20             expect shown hamstring-stretch
22:21             expect refused snooze hamstring-stretch 69m     # 23:30, when the evening is over
                  expect refused snooze hamstring-stretch 3h
                  expect shown hamstring-stretch
22:55             snooze hamstring-stretch 30m
23:25             expect shown hamstring-stretch
                  expect refused snooze hamstring-stretch 10m
23:29:59          expect shown hamstring-stretch
23:30             expect not-shown hamstring-stretch
                  expect state hamstring-stretch missed
