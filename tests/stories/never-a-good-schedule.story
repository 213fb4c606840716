# The very first schedule has mistakes: nothing is due, and nothing is made up. When it is mended, the evening begins.
zone Europe/Berlin
schedule broken.toml
2026-11-23T18:00  start
                  expect refused done water
20:30             expect not-shown water
20:40             edit plain.toml
                  expect shown water          # 20:30, late, and still useful
                  done water
21:30             expect shown banana
