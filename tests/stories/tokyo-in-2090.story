# Tokyo has not changed its clocks since 1951, and no rule says that it will: what lies far ahead is as it is today, nine
# hours ahead of UTC, which this computer runs on.
zone UTC
schedule tokyo.toml
2090-03-01T10:00  start
11:29:59          expect not-shown water
11:30             expect shown water          # 20:30 in Tokyo
                  done water
2090-03-02T11:30  expect shown water
                  done water
