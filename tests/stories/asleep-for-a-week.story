# Away for a week, with one step put off and one on the screen. Nothing of seven evenings comes back but tonight's
# banana, which came due a quarter of an hour ago.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:31             snooze water 1h             # until 21:31
21:30             expect shown banana
21:31             expect shown water
                  snooze water 1h
                  suspend
2026-11-30T21:45  wake
                  expect state water unseen           # tonight's
                  expect state banana due
                  expect shown banana
                  expect not-shown water calf-stretch hamstring-stretch
                  done banana
                  expect not-shown banana             # tonight's was the only one
                  expect refused snooze water --night 2026-11-23
                  expect refused snooze banana --night 2026-11-28
22:15             expect shown calf-stretch
