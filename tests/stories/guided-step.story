# A guided stretch is done when its guide is through, and does not remind meanwhile.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
                  expect refused start-guide water
22:15             expect shown calf-stretch
22:16             start-guide calf-stretch
                  expect shown guide
                  expect not-shown calf-stretch
+5m               expect state calf-stretch done
