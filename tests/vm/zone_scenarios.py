# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The system's zone changes under the running service: another link is moved over /etc/localtime. Berlin has 18:00 when
Dubai has 21:00."""
from evening import Evening

LOCALTIME = "/etc/localtime"


def swap_zone(machine, zone):
    """When it was done, on the clock that nobody sets."""
    return machine.run(f"ln -s /usr/share/zoneinfo/{zone} {LOCALTIME}.new && mv {LOCALTIME}.new {LOCALTIME}")[1]


def swapped(machine):
    steps = (("walk", "at = 21:00:00"), ("fence", "at = 18:00:08"))
    with Evening(machine, "2026-03-01T18:00:02", *steps) as evening:
        try:
            there = swap_zone(machine, "Asia/Dubai")
            walk = evening.soon(evening.shown("Walk").since_boot, there, "Walk")
            evening.logged("shown walk")
        finally:
            swap_zone(machine, "Europe/Berlin")
        fence = evening.on_time(evening.shown("Fence"), "2026-03-01T18:00:08")
        evening.no_more()
        return f"Berlin to Dubai: shown after {walk}; back: not again, and the next one {fence} after its time"


def pinned(machine):
    steps = (("walk", "at = 21:00:00"), ("fence", "at = 18:00:08"))
    with Evening(machine, "2026-03-01T18:00:02", *steps, more='timezone = "Europe/Berlin"') as evening:
        try:
            swap_zone(machine, "Asia/Dubai")
            fence = evening.on_time(evening.shown("Fence"), "2026-03-01T18:00:08")
        finally:
            swap_zone(machine, "Europe/Berlin")
        evening.no_more()
        return f"a pinned zone stays: nothing of Dubai's is shown, the next one {fence} after its time"


SCENARIOS = {"zone-swapped": swapped, "zone-pinned": pinned}
