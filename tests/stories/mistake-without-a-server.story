# A mistake that nobody could be told of is told of when there is a server, and again after a restart.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
                  stop
                  schedule broken.toml
                  server gone
19:00             start
20:30             expect not-shown schedule-mistake
20:35             server back
                  expect shown schedule-mistake water
20:40             crash
                  start
                  expect shown schedule-mistake water
20:45             edit plain.toml
                  expect not-shown schedule-mistake
                  done water
                  expect state water done
