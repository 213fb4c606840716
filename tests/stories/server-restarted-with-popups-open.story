# The notification server is restarted with two popups on the screen and one step put off. One is answered by command
# while it is away; the other is shown again, by itself; the one put off stays put off.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             done water
21:45             snooze banana 40m           # until 22:25
22:21             expect shown calf-stretch hamstring-stretch
22:22             server gone
                  expect not-shown calf-stretch hamstring-stretch
                  done calf-stretch
22:23             server back
                  expect shown hamstring-stretch
                  expect not-shown calf-stretch banana
22:24             server gone
                  server back
                  expect shown hamstring-stretch
22:25             expect shown banana
                  done hamstring-stretch banana
                  server gone
                  server back
                  expect not-shown banana calf-stretch hamstring-stretch
