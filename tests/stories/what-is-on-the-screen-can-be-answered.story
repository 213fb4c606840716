# After a night shift bed is at 08:30, so the evening of the 23rd is at hand until 09:30 on the 24th. A tablet at 09:00
# belongs to the 24th. What is on the screen can be answered: this is what its button asks for.
zone Europe/Berlin
schedule late-sleeper.toml
2026-11-23T20:00  start
08:15             done calf-stretch
09:00             expect shown magnesium
09:05             done magnesium --night 2026-11-24
                  expect not-shown magnesium
