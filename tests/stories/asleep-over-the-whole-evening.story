# The lid was closed at eight and is opened at a quarter to midnight: the evening is over, unseen, and nothing of it
# comes. Who stretched all the same can still say so.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:00             suspend
23:45             wake
                  expect not-shown water banana calf-stretch hamstring-stretch
                  expect state water unseen
                  expect state banana unseen
                  expect state calf-stretch unseen
                  expect state hamstring-stretch unseen
                  expect refused snooze calf-stretch
                  done calf-stretch
                  expect state calf-stretch done
2026-11-24T20:30  expect shown water
