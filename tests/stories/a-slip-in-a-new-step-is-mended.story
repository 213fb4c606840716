# A new step is added for 08:00, at six in the evening: nothing to do, that is over. It was a slip, and is mended to
# 20:00 a minute later. Then it is still to come tonight.
zone Europe/Berlin
schedule fixed-typo-1.toml
2026-11-23T18:00  start
18:10             edit fixed-typo-2.toml
18:11             edit fixed-typo-3.toml
                  expect state calf-stretch waiting
20:00             expect shown calf-stretch
