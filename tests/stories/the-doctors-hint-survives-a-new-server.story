# The advice to see a doctor is on the screen when the server is restarted. It comes back until a person has closed it.
zone Europe/Berlin
schedule doctor.toml
2026-11-23T20:00  start
2026-11-24T02:00  cramp
2026-11-25T02:00  cramp
2026-11-26T02:00  cramp
                  expect shown doctor-hint
02:01             server gone
02:02             server back
                  expect shown doctor-hint
                  dismiss doctor-hint
02:03             server gone
02:04             server back
                  expect not-shown doctor-hint
02:05             crash
                  start
                  expect not-shown doctor-hint
