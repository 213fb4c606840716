# At eight in the morning the evening at hand is the one to come, but the diary still is about the night that was.
zone Europe/Berlin
schedule plain.toml
2026-11-23T22:00  start
22:20             done calf-stretch
2026-11-24T03:10  cramp
08:00             undo
                  expect refused undo
                  no-cramp
