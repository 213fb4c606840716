# Two late steps are in one popup when the server is restarted. They come back as one, and without the one that was
# answered meanwhile.
zone Europe/Berlin
schedule plain.toml
2026-11-23T22:22  start
                  expect shown calf-stretch hamstring-stretch
22:23             server gone
22:24             server back
                  expect shown calf-stretch hamstring-stretch
                  dismiss calf-stretch
                  expect not-shown hamstring-stretch  # one popup
22:34             expect shown calf-stretch hamstring-stretch
22:35             server gone
                  skip calf-stretch
22:36             server back
                  expect not-shown calf-stretch
                  expect shown hamstring-stretch
