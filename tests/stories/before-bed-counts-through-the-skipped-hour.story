# Bed at 03:15 in New York, an hour before which the clock showed not 02:15 but 01:15: at 02:00 it was 03:00. The
# glass of water is an hour of real time before bed, whatever the clock says.
zone America/New_York
schedule bed-at-0315.toml
2026-03-07T22:00  start
01:14:59          expect not-shown water
01:15             expect shown water
                  done water
03:00             expect not-shown calf-stretch
03:14:59          expect not-shown calf-stretch
03:15             expect shown calf-stretch
                  done calf-stretch
