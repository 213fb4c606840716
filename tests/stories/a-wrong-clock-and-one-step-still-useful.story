# Somebody sets the clock an hour and a half ahead, over the time of the water. It is set right at 20:40, when the water
# (20:30, useful until 21:15) is of use again: it was never on the screen, so it comes now, late.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:00             clock +1h30m                # 21:30: the water is past its window
                  expect state water unseen
22:10             clock -1h30m                # 20:40, forty minutes later
                  expect state water due
                  expect shown water
