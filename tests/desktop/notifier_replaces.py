#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""A popup that is shown again takes its own place, and of many requests in a row only the last counts."""
from desk_inside import wait_for
from notifier_driving import Probe, check, is_open, last_sent

probe = Probe()
probe.show("water", "Water")
first = last_sent("Water")
probe.show("water", "Water again")
again = last_sent("Water again")
check(again["replaces"] == first["id"], f"{again} should replace {first['id']}")
check(again["id"] == first["id"] or not is_open("Water"), "the first popup stays beside the second")

for number in range(50):
    probe.tell(f"show bath Bath {number}")
probe.tell("show last Last")
probe.expect("shown last")
check(wait_for(lambda: len(is_open("Bath 49")) == 1, 5), "the last request is not on the screen")
check(not any(is_open(f"Bath {number}") for number in range(49)), "an earlier request is on the screen")

for number in range(50):
    probe.tell(f"show heel Heel walk {number}")
probe.tell("withdraw heel")
probe.show("after", "After")
check(wait_for(lambda: not any(is_open(f"Heel walk {number}") for number in range(50)), 5), "withdrawn and yet shown")
probe.quit()
