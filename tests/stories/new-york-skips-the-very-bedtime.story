# Bedtime is at 02:00 sharp, when New York's clocks jump to 03:00 on 8 March 2026. That second is skipped already.
zone America/New_York
schedule bed-at-0200.toml
2026-03-07T22:00  start
00:59:59          expect not-shown water
01:00             expect shown water
                  done water
01:59:59          expect not-shown calf-stretch
03:00             expect shown calf-stretch
                  done calf-stretch
