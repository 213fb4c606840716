# From Pago Pago to Kiritimati it is 25 hours later at once. A step that may wait for two days is still on the screen,
# though by the new date it is of four nights ago; it can be closed and answered like any other.
zone Pacific/Pago_Pago
schedule far-east.toml
2026-11-27T22:00  start
23:00             snooze magnesium 1h25m
2026-11-28T00:25  expect shown magnesium
2026-11-29T23:30  zone Pacific/Kiritimati     # 00:30 on the 1st; magnesium waits until 01:25
                  expect shown magnesium
                  dismiss magnesium
                  expect not-shown magnesium
+10m              expect state magnesium due
                  done magnesium
