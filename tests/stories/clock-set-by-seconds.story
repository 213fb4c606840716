# The clock is set right by a few seconds, as happens all day long. Nothing is lost, and nothing comes twice.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:29:58          clock +5s                   # over the time of the water
                  expect shown water
20:30:10          clock -20s                  # back over it
                  expect shown water
20:30             expect shown water
                  done water
20:30:10          clock -20s
20:30             expect not-shown water
21:29:55          clock -10s
21:29:59          expect not-shown banana
21:30             expect shown banana
