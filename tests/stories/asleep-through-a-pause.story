# Paused for the night and asleep until morning: the whole evening ended as paused, and the next one is as ever.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:00             pause
                  suspend
23:30             wake
                  expect not-shown hamstring-stretch
                  expect state water paused
                  expect state hamstring-stretch paused
23:40             suspend
2026-11-24T20:45  wake
                  expect refused resume               # it ended by itself at 04:00
                  expect shown water
