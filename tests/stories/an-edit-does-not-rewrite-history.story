# The evening is over, one step done, one skipped, one missed and one unseen. The schedule is turned over, and the
# evening is what it was: the missed step, which would come at 00:45 now, does not come again.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             done water
21:30             skip banana
22:15             expect shown calf-stretch           # nobody answers
22:19             lock
23:40             edit bed-at-2300.toml
                  expect state water done
                  expect state banana skipped
                  expect state calf-stretch missed
                  expect state hamstring-stretch unseen
23:41             edit bed-at-0100.toml
                  expect state calf-stretch missed
                  expect state water done
23:45             unlock
2026-11-24T00:45  expect not-shown calf-stretch
12:00             edit without-banana.toml
                  undo water --night 2026-11-23       # it still was an answer
                  expect refused undo calf-stretch --night 2026-11-23
20:30             expect shown water
