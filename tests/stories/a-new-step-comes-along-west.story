# In Tokyo a step for 20:00 is added at 20:50, when it is over: nobody is blamed. Then the traveller lands in Berlin,
# where it is 12:51 of the same day: 20:00 is still to come there.
zone Asia/Tokyo
schedule fixed-typo-1.toml
2026-11-24T18:00  start
20:50             edit fixed-typo-3.toml
20:51             zone Europe/Berlin
2026-11-24T20:00  expect shown calf-stretch
