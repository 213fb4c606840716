# The session starts before its notification server does. What is answered by command meanwhile is not reminded of;
# the rest comes when the server is there.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  server gone
                  start
20:30             expect not-shown water
                  expect state water due
20:35             done water
                  expect state water done
21:30             expect state banana due
21:40             server back
                  expect shown banana
                  expect not-shown water
