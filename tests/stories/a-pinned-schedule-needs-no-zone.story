# A story that names no zone is told by the clock that its schedule is pinned to.
schedule at-home-in-berlin.toml
2026-11-23T20:29  start
20:30             expect shown water
                  done water
22:15             expect shown calf-stretch
