# El Aaiun changes its clocks around Ramadan by a table that ends with the year 2087, and no rule says how it goes on.
# It then stays as it was last: an hour ahead of UTC, which this computer runs on.
zone UTC
schedule el-aaiun.toml
2090-03-01T18:00  start
19:29:59          expect not-shown water
19:30             expect shown water          # 20:30 in El Aaiun
                  done water
2090-03-02T19:30  expect shown water
                  done water
