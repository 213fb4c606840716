# What is done before its time does not remind.
zone Europe/Berlin
schedule plain.toml
2026-11-23T18:00  start
20:00             done water
                  expect state water done
20:30             expect not-shown water
21:00             expect not-shown water
21:10             done banana calf-stretch    # two at once
21:30             expect not-shown banana
22:15             expect not-shown calf-stretch
22:20             expect shown hamstring-stretch
