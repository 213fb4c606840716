# A cramp at 03:10 belongs to the night before; three such nights in seven are worth a doctor's appointment.
zone Europe/Berlin
schedule doctor.toml
2026-11-23T22:00  start
2026-11-24T03:10  cramp --side left --muscle calf --severity 6 --woke
08:30             expect refused no-cramp     # the night of the 23rd had one
2026-11-25T08:40  no-cramp
2026-11-26T02:00  cramp
2026-11-27T09:00  cramp --at 04:00 --note "both toes curled"
                  expect refused cramp --severity 11
                  expect refused cramp --at 2026-11-28T04:00
2026-11-28T23:00  cramp
