# Somebody sets the clock two hours ahead: what is past its time then is unseen, what is still useful is shown. It is
# set right before the water's time comes, so the water was never due: it comes when it should. What was answered is
# over.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:00             clock +2h                   # 22:00
                  expect state water unseen           # 20:30, useful until 21:15
                  expect shown banana                 # 21:30, useful until 22:15
22:01             done banana
22:06             clock -2h                   # 20:06
                  expect state water waiting
                  expect state banana done
20:30             expect shown water
                  done water
21:30             expect not-shown banana
22:15             expect shown calf-stretch
