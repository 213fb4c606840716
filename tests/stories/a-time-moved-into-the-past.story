# At ten to nine somebody writes that the stretch is at eight. Nobody could have reminded of it: it is not unseen, and
# an answer to it counts.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:35             done water
20:50             edit stretch-at-eight.toml
                  expect not-shown calf-stretch
                  done calf-stretch
                  expect state calf-stretch done
                  undo calf-stretch
2026-11-24T20:00  expect shown calf-stretch
