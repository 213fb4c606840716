# The lid is closed over two steps and opened again when one of them is still of use.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:00             suspend
22:00             wake
                  expect not-shown water
                  expect state water unseen
                  expect shown banana
22:01             done banana
                  suspend
2026-11-30T12:00  wake                        # a week later
                  expect not-shown water banana calf-stretch hamstring-stretch
20:30             expect shown water
