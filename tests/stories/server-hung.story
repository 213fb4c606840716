# A server that does not answer loses nothing; when it answers again the reminder is there.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:00             server hung
20:30             expect not-shown water
20:30:10          done banana                 # everything else goes on
                  expect state banana done
20:31:30          expect not-shown water
                  expect state water due
20:32             server back
                  expect shown water
