# Paused until ten, and the lid closed before that. When it is opened the pause is long over: what it kept away ended
# as paused, what was slept through as unseen, and what is still useful is late.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:00             pause 22:00
21:00             suspend
22:25             wake
                  expect state water paused                   # useful until 21:15, within the pause
                  expect state banana unseen                  # useful until 22:15, after it
                  expect shown calf-stretch hamstring-stretch # in one popup
                  expect refused resume
                  dismiss hamstring-stretch
                  expect not-shown calf-stretch
