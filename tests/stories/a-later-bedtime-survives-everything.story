# Bed is later tonight, twice. That holds through a crash, a stop and edits, and the next evening is as ever.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             done water
21:00             later 45m                   # bed at 23:15
                  crash
21:05             start
                  expect state water done
21:30             expect not-shown banana
                  later 15m                   # 23:30
                  stop
21:40             start
                  edit without-banana.toml
                  edit plain.toml
22:29:59          expect not-shown banana
22:30             expect shown banana         # an hour before bed
                  done banana
23:14:59          expect not-shown calf-stretch
23:15             expect shown calf-stretch
2026-11-24T00:00  expect refused snooze calf-stretch 30m      # 00:30, when the evening is over
20:30             expect shown water          # the next evening is as ever
