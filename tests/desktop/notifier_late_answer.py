#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""A server that hangs in the midst of a call: the popup that comes of it in the end is closed, not left for a double."""
from desk_inside import wait_for
from notifier_driving import Probe, ScriptedServer, check

server = ScriptedServer(["actions", "body"])
probe = Probe()
probe.show("water", "Water")
server.script = ["silence"]
probe.tell("show bath Warm bath")
check(wait_for(lambda: server.unanswered, 5), "not sent")
probe.tell("show heel Heel walk")
pings = sorted(probe.ping() for _ in range(500))
print(f"answers beside a hung call: median {pings[250]:.2f} ms, slowest of 500 {pings[-1]:.1f} ms")
check(pings[250] < 50 and pings[-1] < 2000, "the caller's loop was held up")
probe.expect("failed bath no-answer: ", 30)
server.answer()
check(wait_for(lambda: server.closed == [2], 5), f"the late popup is not closed: {server.closed}")
probe.expect("server-answers")
probe.show("bath", "Warm bath")
check(server.popups[-1]["replaces"] == 0, "replaces what nobody has been told of")
probe.quit()
check(wait_for(lambda: set(server.closed) >= {1, len(server.popups)}, 5), f"left on the screen: {server.closed}")
