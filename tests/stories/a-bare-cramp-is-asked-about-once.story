# A cramp that was written down half asleep is asked about in the morning, once. One that was told of in full is not.
zone Europe/Berlin
schedule doctor.toml
2026-11-23T18:00  start
2026-11-24T03:10  cramp
08:30             expect shown follow-up
                  expect not-shown morning-check
09:00             dismiss follow-up
                  crash
09:01             start
                  expect not-shown follow-up
2026-11-25T03:10  cramp --side left --severity 4
08:30             expect not-shown follow-up
                  expect not-shown morning-check
