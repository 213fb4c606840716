# On Lord Howe Island the clocks change by half an hour: at 02:00 on 5 October 2025 they show 02:30. Bedtime at 02:15
# does not come that night; it is the first instant after it, 02:30.
zone Australia/Lord_Howe
schedule bed-at-0215.toml
2025-10-04T22:00  start
00:59:59          expect not-shown water
01:00             expect shown water          # one hour of real time: 02:00 is 02:30 already
                  done water
01:59:59          expect not-shown calf-stretch
+1s               expect shown calf-stretch   # 02:30
                  done calf-stretch
