# New Year's Eve ends in the new year: what comes at 00:30 and 01:00 on the 1st belongs to the night of the 31st.
zone Europe/Berlin
schedule year-end.toml
2026-12-30T20:00  start
22:30             done water
2026-12-31T00:30  expect not-shown calf-stretch       # this is the night of the 30th still
01:00             expect not-shown magnesium
22:30             expect shown water
                  done water
2027-01-01T00:30  expect shown calf-stretch
                  done calf-stretch
01:00             expect shown magnesium
                  done magnesium
12:00             undo magnesium --night 2026-12-31
                  expect refused done magnesium       # the evening at hand is the first, and has none
22:30             expect shown water
2027-01-02T00:30  expect not-shown calf-stretch
