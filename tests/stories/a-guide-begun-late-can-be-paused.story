# A stretch that was missed is done after all, with its guide. The lid is closed in the middle of it: the guide waits,
# though the step's own time is over, until it goes on or the next night is at hand.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
22:15             expect shown calf-stretch
23:01             expect state calf-stretch missed
23:30             start-guide calf-stretch
                  expect shown guide
23:30:20          suspend
23:40             wake
                  expect shown guide
                  expect state calf-stretch missed
2026-11-24T18:00  expect not-shown guide
