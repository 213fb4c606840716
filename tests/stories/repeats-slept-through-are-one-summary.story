# Two steps wait for an answer, one of them closed, while the lid is shut over the times at which they remind again.
# Then they come together, in one popup.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             done water
21:30             done banana
22:20             expect shown calf-stretch hamstring-stretch
                  dismiss calf-stretch
22:21             suspend
22:40             wake
                  expect shown calf-stretch hamstring-stretch
                  dismiss hamstring-stretch
                  expect not-shown calf-stretch       # one
