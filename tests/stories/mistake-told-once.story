# A mistake in the schedule is told of once, however often the file is saved, and taken back when it is mended.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:00             edit broken.toml
                  expect shown schedule-mistake
20:01             edit broken.toml           # saved again, and no better
                  dismiss schedule-mistake
20:02             edit broken.toml
                  expect not-shown schedule-mistake
20:03             edit broken-otherwise.toml
                  expect shown schedule-mistake
20:30             expect shown water         # the last good schedule is in force all the while
20:40             edit plain.toml            # as it was at first
                  expect not-shown schedule-mistake
                  expect shown water
20:50             edit broken.toml           # the same mistake, made anew
                  expect shown schedule-mistake
21:00             edit later-bedtime.toml    # mended, and changed: bed at 23:00
                  expect not-shown schedule-mistake
22:15             expect not-shown calf-stretch
22:45             expect shown calf-stretch
