# Bedtime falls into the hour that the clocks skip: it is then the first instant after it.
zone Europe/Berlin
schedule dst.toml
2027-03-27T22:00  start
2027-03-28T00:59  expect not-shown water
01:00             expect shown water          # one hour of real time before 03:00 is 01:00, since 02:00 is 03:00
                  done water
01:59:59          expect not-shown calf-stretch
+1s               expect shown calf-stretch   # 03:00
                  done calf-stretch
2027-03-28T03:00  expect not-shown calf-stretch
