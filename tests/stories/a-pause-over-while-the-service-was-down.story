# A pause ended while nothing ran. What it kept away to the end is paused; what came after it is as ever.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:00             pause 21:20
20:10             crash
21:50             start
                  expect state water paused           # useful until 21:15
                  expect shown banana                 # 21:30, useful until 22:15
                  expect refused resume
22:15             expect shown calf-stretch
