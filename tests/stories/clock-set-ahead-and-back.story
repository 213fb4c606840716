# Somebody sets the clock a day ahead and mends it. Tonight's reminders still come.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
19:00             clock +24h
                  expect state water waiting
2026-11-24T19:05  clock -24h
                  expect state water waiting
2026-11-23T20:30  expect shown water
                  done water
20:40             clock -1h
20:30             expect not-shown water
                  expect state water done
