# The server leaves for good in the middle of the evening. Answers by command count as ever; the rest is missed where
# it was on the screen, and unseen where it never was. In the morning nothing of it comes.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             expect shown water
20:31             server gone
21:15             expect state water missed
21:35             done banana
                  expect state banana done
22:16             skip calf-stretch
22:30             snooze hamstring-stretch 30m
                  expect state hamstring-stretch snoozed
23:00             expect state hamstring-stretch due
23:30             expect state hamstring-stretch unseen     # the evening is over
2026-11-24T08:00  server back
                  expect not-shown water banana calf-stretch hamstring-stretch
                  expect refused undo water --night 2026-11-23
                  undo calf-stretch --night 2026-11-23
20:30             expect shown water
