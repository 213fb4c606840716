# On Lord Howe Island the clocks go back by half an hour: at 02:00 on 5 April 2026 they show 01:30. Bedtime at 01:45
# comes twice that night and is the first of the two. A step stays useful for 45 minutes that pass, not 45 that the
# clock shows.
zone Australia/Lord_Howe
schedule bed-at-0145.toml
2026-04-04T22:00  start
00:45             expect shown water
                  done water
01:44:59          expect not-shown calf-stretch
01:45             expect shown calf-stretch
+15m              expect state calf-stretch due       # 01:30
+15m              expect state calf-stretch due       # 01:45 again
+14m59s           expect state calf-stretch due
+1s               expect state calf-stretch missed    # 02:00
