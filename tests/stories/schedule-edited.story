# The schedule is edited while the evening runs: answers stay, and a mistake changes nothing.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             done water
20:40             edit later-bedtime.toml     # bed at 23:00, and no banana
                  expect state water done
21:30             expect not-shown banana
22:15             expect not-shown calf-stretch
22:20             edit broken.toml
22:45             expect shown calf-stretch
                  snooze calf-stretch 10m
22:50             edit plain.toml
                  expect state calf-stretch snoozed
22:55             expect shown calf-stretch
