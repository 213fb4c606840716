# The stretch moves from 22:15 to 21:00. Edited at 21:10 it is late and still useful, so it comes at once. Edited the
# next evening at 21:50 it is over: nothing comes, neither now nor at the old time.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
21:10             edit early-stretch.toml
                  expect shown calf-stretch
                  done calf-stretch
                  edit plain.toml
22:15             expect not-shown calf-stretch
2026-11-24T21:50  edit early-stretch.toml
                  expect not-shown calf-stretch
22:15             expect not-shown calf-stretch
2026-11-25T21:00  expect shown calf-stretch
