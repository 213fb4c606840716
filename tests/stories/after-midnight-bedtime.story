# Saturday's bedtime is on Sunday's date. It is still Saturday's evening.
zone Europe/Berlin
schedule weekdays.toml
2026-11-28T20:00  start
22:15             expect shown water
23:59             expect state calf-stretch waiting
2026-11-29T00:15  expect shown calf-stretch
00:59:59          expect state calf-stretch due
01:00             expect state calf-stretch missed
01:10             done calf-stretch
                  expect state calf-stretch done
04:00             expect state calf-stretch waiting    # Sunday's evening is at hand
22:30             expect shown calf-stretch
