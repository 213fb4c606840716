#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""A server that hangs holds nobody up, and when it goes on, what is shown anew stands on the screen once."""
from desk_inside import wait_for
from notifier_driving import DeskServer, Probe, check, is_open, last_sent, sent

server = DeskServer()
probe = Probe()
probe.show("water", "Water")
server.stop()
probe.tell("show bath Warm bath")
pings = sorted(probe.ping() for _ in range(500))
print(f"answers beside a hung server: median {pings[250]:.2f} ms, slowest of 500 {pings[-1]:.1f} ms")
check(pings[250] < 50 and pings[-1] < 2000, "the caller's loop was held up")
probe.expect("failed bath no-answer: ", 15)
probe.tell("show heel Heel walk")
probe.expect("failed heel no-answer: ", 5)
probe.tell("withdraw water")
server.go_on()
probe.expect("server-answers")
check(wait_for(lambda: not is_open("Water"), 5), "what was withdrawn meanwhile stays")
check(not sent("Warm bath"), "what had failed was sent all the same")
probe.show("bath", "Warm bath")
last_sent("Warm bath")
check(len(is_open("Warm bath")) == 1, f"once: {is_open('Warm bath')}")
probe.quit()
