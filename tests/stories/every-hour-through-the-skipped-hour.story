# The nurse again, when 02:00 is 03:00: after 01:00 comes 03:00, one hour later, and that is the last.
zone Europe/Berlin
schedule night-shift.toml
2026-03-28T21:00  start
22:00             done move
23:00             done move
2026-03-29T00:00  done move
01:00             expect shown move
                  done move
+59m59s           expect not-shown move
+1s               expect shown move           # 03:00
                  done move
03:30             expect not-shown move
04:00             expect not-shown move
