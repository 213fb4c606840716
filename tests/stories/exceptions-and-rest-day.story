# Three late evenings at Christmas, and New Year's Eve off.
zone Europe/Berlin
schedule exceptions.toml
2026-12-23T18:00  start
20:30             expect shown water
                  done water
2026-12-24T20:30  expect not-shown water
22:30             expect shown water          # bed at 00:30
                  done water
2026-12-26T22:30  expect shown water
                  done water
2026-12-27T20:30  expect shown water
                  done water
2026-12-31T09:30  expect not-shown move       # a rest day: nothing is due
20:30             expect not-shown water
                  expect refused done water
2027-01-01T09:00  expect shown move
20:30             expect shown water
