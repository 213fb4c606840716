# A step that comes every hour: each one is answered for itself.
zone Europe/Berlin
schedule exceptions.toml
2026-11-23T08:00  start
09:00             expect shown move
09:10             done move
                  expect not-shown move
10:00             expect shown move
10:45             expect state move missed
11:00             expect shown move           # the last one: until is included
                  skip move
                  expect state move skipped
12:00             expect not-shown move
