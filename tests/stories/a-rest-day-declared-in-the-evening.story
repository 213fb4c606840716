# In the middle of the evening the day is made a rest day: what is on the screen leaves, and nothing more is due.
# Taken back, the evening goes on where it was.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:35             expect shown water
                  edit rest-on-monday.toml
                  expect not-shown water
                  expect refused done water
20:50             edit plain.toml
                  expect shown water
                  done water
                  edit rest-on-monday.toml
21:30             expect not-shown banana
2026-11-24T20:30  expect shown water
