# A step for the 29th, 30th and 31st comes three times in January, never in a February of 28 days, once in one of 29,
# twice in April. It does not slip into the next month.
zone Europe/Berlin
schedule month-ends.toml
2027-01-28T08:00  start
09:00             expect not-shown footwear
2027-01-29T09:00  expect shown footwear
                  done footwear
2027-01-30T09:00  expect shown footwear
                  done footwear
2027-01-31T09:00  expect shown footwear
                  done footwear
2027-02-01T09:00  expect not-shown footwear
2027-02-28T09:00  expect not-shown footwear   # the last of February, and the 28th
2027-03-01T09:00  expect not-shown footwear
2027-03-31T09:00  expect shown footwear
                  done footwear
2027-04-30T09:00  expect shown footwear
                  done footwear
2027-05-01T09:00  expect not-shown footwear
2028-02-28T09:00  expect not-shown footwear
2028-02-29T09:00  expect shown footwear
                  done footwear
2028-03-01T09:00  expect not-shown footwear
