# The server hangs over both stretches and answers again when they are over. They are unseen, and do not come after
# all.
zone Europe/Berlin
schedule plain.toml
2026-11-23T22:00  start
22:10             server hung
22:59:50          expect state calf-stretch due
23:00             expect state calf-stretch unseen
23:05             expect state hamstring-stretch unseen
23:06             server back
                  expect not-shown calf-stretch hamstring-stretch
2026-11-24T20:30  expect shown water
