# The lid is opened when one step is past and two are still useful: those come together, in one popup.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             done water
21:00             suspend
22:22             wake
                  expect state banana unseen          # 21:30, useful until 22:15
                  expect shown calf-stretch hamstring-stretch
                  dismiss calf-stretch
                  expect not-shown hamstring-stretch  # one popup, closed with one click, which is no answer
                  expect state calf-stretch due
                  expect state hamstring-stretch due
22:32             expect shown calf-stretch hamstring-stretch
                  done calf-stretch
                  expect shown hamstring-stretch
                  done hamstring-stretch
