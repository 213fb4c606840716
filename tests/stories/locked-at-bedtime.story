# The screen is locked before the stretches, and unlocked when both are still useful: they come in one popup.
zone Europe/Berlin
schedule plain.toml
2026-11-23T22:00  start
22:10             lock
22:20             expect not-shown calf-stretch hamstring-stretch
                  expect state calf-stretch due
22:40             unlock
                  expect shown calf-stretch hamstring-stretch
                  dismiss calf-stretch
                  expect not-shown hamstring-stretch  # one popup
