# The computer was off from Monday to Friday. Those evenings are unseen: nothing of them is shown, none can be put
# off. That is said once: what is corrected afterwards stays corrected, however often the service starts.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:30             done water
20:40             stop
2026-11-27T20:40  start
                  expect shown water          # tonight's
                  expect not-shown banana calf-stretch hamstring-stretch
                  done water
                  expect not-shown water      # and no other
                  expect refused snooze banana --night 2026-11-23
                  expect refused undo calf-stretch --night 2026-11-24
                  done calf-stretch --night 2026-11-25        # done away from home
20:50             stop
20:51             start
                  crash
20:52             start
                  expect state water done
                  undo calf-stretch --night 2026-11-25        # the answer was the last word
                  expect refused undo calf-stretch --night 2026-11-25
21:30             expect shown banana
