# Closed at ten with a popup on the screen, opened at breakfast: nothing of last night is there. The glass of water
# put off until 22:10 was missed, and so was the banana.
zone Europe/Berlin
schedule plain.toml
2026-11-23T20:00  start
20:40             snooze water 30m
21:10             snooze water 1h             # until 22:10
21:30             expect shown banana
22:00             suspend
2026-11-24T07:30  wake
                  expect not-shown water banana calf-stretch hamstring-stretch
                  expect refused snooze water --night 2026-11-23
                  expect refused snooze banana --night 2026-11-23
                  expect refused undo calf-stretch --night 2026-11-23     # nobody answered it
                  expect state water waiting          # tonight's
20:30             expect shown water
