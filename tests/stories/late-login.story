# The laptop is opened late: what is past is past, what is still useful comes as one summary.
zone Europe/Berlin
schedule plain.toml
2026-11-23T22:25  start
                  expect state water unseen
                  expect state banana unseen
                  expect shown calf-stretch hamstring-stretch
                  expect not-shown water banana
22:26             done calf-stretch
                  expect not-shown calf-stretch
                  expect shown hamstring-stretch
22:27             done hamstring-stretch
                  expect not-shown hamstring-stretch
