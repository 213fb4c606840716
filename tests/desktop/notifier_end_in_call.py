#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The notifier's end in the midst of a call that the server never answers."""
from desk_inside import wait_for
from notifier_driving import RECORD, Probe, ScriptedServer, check

server = ScriptedServer(["actions", "body"])
probe = Probe()
probe.show("water", "Water")
server.script = ["silence"]
probe.tell("show bath Warm bath")
check(wait_for(lambda: server.unanswered, 5), "not sent")
took = probe.quit()
print(f"an end in the midst of a call: {took} ms")
check(took < 3000, "the end waited for the server")
check(RECORD.exists(), "the next process is not told of what could not be closed")
