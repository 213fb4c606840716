#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The notifier's end takes the popups along, and never waits for a server that hangs."""
from desk_inside import wait_for
from notifier_driving import DeskServer, Probe, check, is_open, last_sent

server = DeskServer()
probe = Probe()
probe.show("water", "Water")
probe.show("bath", "Warm bath")
last_sent("Warm bath")
print(f"an end with a server that is well: {probe.quit()} ms")
check(wait_for(lambda: not is_open("Water") and not is_open("Warm bath"), 5), "popups stay")

probe = Probe()
probe.show("water", "Water, later")
last_sent("Water, later")
server.stop()
probe.tell("show bath Warm bath")
took = probe.quit()
server.go_on()
print(f"an end with a server that hangs: {took} ms")
check(took < 3000, "the end waited for the server")
check(wait_for(lambda: not is_open("Water, later"), 5), "the popup stays once the server goes on")
check(not is_open("Warm bath"), "shown after the end")
