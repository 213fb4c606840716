# A nurse on the night shift moves every hour from 22:00 to 03:00. When 02:00 comes twice she moves twice: an hour of
# sitting is an hour.
zone Europe/Berlin
schedule night-shift.toml
2025-10-25T21:00  start
22:00             done move
23:00             done move
2025-10-26T00:00  done move
01:00             done move
02:00             expect shown move           # summer time
                  done move
                  expect not-shown move
+30m              expect not-shown move
+30m              expect shown move           # 02:00, winter time
                  done move
03:00             expect shown move           # the last one: until is included
                  done move
04:00             expect not-shown move
