# The lid is closed in the middle of a stretch: nobody stretched while the machine slept, so it is not done. The guide
# waits; when nobody goes on with it, the step is missed like any other.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
22:15             expect shown calf-stretch
22:16             start-guide calf-stretch
22:16:30          suspend
22:30             wake
                  expect shown guide
                  expect state calf-stretch due
23:01             expect state calf-stretch missed
                  expect not-shown guide
