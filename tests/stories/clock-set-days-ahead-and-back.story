# The clock says Thursday on a Monday, and a glass of water is drunk by it. When it is Monday again, Monday's water
# comes; when Thursday comes, its water has been drunk.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
                  clock 2026-11-26T20:25
20:30             expect shown water
                  done water
20:31             clock 2026-11-23T18:06
                  expect state water waiting
20:30             expect shown water
                  done water
2026-11-24T20:30  expect shown water
                  done water
2026-11-26T20:29  expect state water done
20:30             expect not-shown water
21:30             expect shown banana
