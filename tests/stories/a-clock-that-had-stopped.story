# The battery behind the clock is empty: one day the machine comes up in the year 2000, and is told the time five
# minutes later. The years between were nobody's evenings.
zone Europe/Berlin
schedule plain.toml
2026-11-23T20:30  start
20:31             done water banana calf-stretch hamstring-stretch
20:40             stop
2026-11-24T17:00  clock 2000-01-01T00:00
                  start
+5m               clock 2026-11-24T17:06
                  expect not-shown water
                  expect state water waiting
20:30             expect shown water
