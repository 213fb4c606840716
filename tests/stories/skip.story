# A step that is skipped is over, and not counted as missed.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             expect shown water
                  skip water
                  expect not-shown water
                  expect state water skipped
20:40             expect not-shown water
21:00             skip banana                 # before its time
21:30             expect not-shown banana
                  done banana                 # changed their mind
                  expect state banana done
