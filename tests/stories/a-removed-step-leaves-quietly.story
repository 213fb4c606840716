# The banana is on the screen when it is taken out of the schedule: it is gone, and nobody has missed anything.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             done water
21:35             expect shown banana
                  edit without-banana.toml
                  expect not-shown banana
                  expect refused done banana
21:40             expect not-shown banana     # it would repeat
22:15             expect shown calf-stretch   # the others go on
2026-11-24T21:30  expect not-shown banana
