# Bedtime falls into the hour that comes twice: it is the first of the two, and nothing comes twice.
zone Europe/Berlin
schedule dst.toml
2026-10-24T22:00  start
2026-10-25T01:30  expect shown water
                  done water
02:30             expect shown calf-stretch   # summer time
                  done calf-stretch
+1h               expect not-shown calf-stretch   # 02:30 again, winter time
                  expect state calf-stretch done
