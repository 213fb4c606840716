# Ten steps at one instant are one popup.
zone Europe/Berlin
schedule crowd.toml
2026-11-23T18:00  start
22:00             expect shown step-1 step-2 step-3 step-4 step-5 step-6
                  done step-1 step-2 step-3 step-4
                  expect not-shown step-1
                  expect shown step-5 step-6
                  skip step-5
                  expect shown step-6
