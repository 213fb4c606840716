#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""A button that is pressed and a popup that is closed are reported, and each popup is listened to once."""
from desk_inside import run, wait_for
from notifier_driving import Probe, check, is_open

probe = Probe()
probe.show("water", "Water")
run("desk-click", "Done")
probe.expect("pressed water done")
probe.tell("withdraw water")
check(wait_for(lambda: not is_open("Water"), 5), "the answered popup stays")

probe.show("stretch", "Calf stretch", "alarm")
run("desk-click", "--close")
probe.expect("closed stretch")

probe.show("stretch", "Calf stretch", "alarm")
run("desk-click", "Later")
probe.expect("pressed stretch later")

said = probe.heard()
check(said.count("pressed water done") == 1, f"pressed once: {said}")
check(said.count("closed stretch") <= 2, f"closed twice at most: {said}")
probe.quit()
check(wait_for(lambda: not is_open("Calf stretch"), 5), "a popup stays after an orderly end")
