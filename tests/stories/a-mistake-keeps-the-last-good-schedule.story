# An edit with a mistake changes nothing tonight, and neither does a restart with the mistake still in the file. The
# mended file is taken up at once.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:00             edit broken.toml
20:30             expect shown water
                  done water
                  crash
20:40             start
                  expect state water done
21:30             expect shown banana
                  done banana
21:35             stop
                  start
22:00             edit bed-at-2300.toml
22:15             expect not-shown calf-stretch
22:45             expect shown calf-stretch
