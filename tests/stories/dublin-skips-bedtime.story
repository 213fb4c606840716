# When summer begins in Dublin, at 01:00 on 29 March 2026, it is 02:00 at once. Bedtime at 01:45 is then at 02:00.
zone Europe/Dublin
schedule bed-at-0145.toml
2026-03-28T22:00  start
23:59:59          expect not-shown water
00:00             expect shown water          # an hour of real time before
                  done water
00:59:59          expect not-shown calf-stretch
+1s               expect shown calf-stretch   # 02:00
                  done calf-stretch
