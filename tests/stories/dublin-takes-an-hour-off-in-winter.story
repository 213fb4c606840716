# Irish law calls summer time the standard and takes an hour off in winter, where all others add one in summer. This
# computer runs on UTC, and its schedule on Dublin's clock: one hour ahead in summer, none in winter.
zone UTC
schedule dublin.toml
2025-10-25T18:00  start
19:29:59          expect not-shown water
19:30             expect shown water          # 20:30 in Dublin, the last evening of summer time
                  done water
21:15             expect shown calf-stretch
                  done calf-stretch
2025-10-26T20:29  expect not-shown water
20:30             expect shown water          # 20:30 in Dublin, too
                  done water
22:15             expect shown calf-stretch
                  done calf-stretch
