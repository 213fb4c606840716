# One step is held while the screen is locked, the other is shown and repeats itself all the same.
zone Europe/Berlin
schedule shown-behind-the-lock.toml
2026-11-23T18:00  start
20:00             lock
20:30             expect shown banana
                  expect not-shown water
20:32             dismiss banana
20:40             expect shown banana
                  done banana                 # from a telephone, perhaps
20:45             unlock
                  expect shown water
                  expect not-shown banana
