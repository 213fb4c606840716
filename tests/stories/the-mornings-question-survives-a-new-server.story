# The morning's question is on the screen, unanswered, when the notification server is restarted. It was lost, not closed:
# it is asked again. Closed by a person, it is not.
zone Europe/Berlin
schedule doctor.toml
2026-11-23T20:00  start
20:30             done water
2026-11-24T08:30  expect shown morning-check
08:31             server gone
08:32             server back
                  expect shown morning-check
08:33             crash
                  start
                  expect shown morning-check
08:34             dismiss morning-check
08:35             server gone
                  server back
                  expect not-shown morning-check
                  no-cramp
