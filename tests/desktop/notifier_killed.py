#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""kill -9 in the instant in which a popup is noted as gone: it is, or the next process sees to it."""
import os

from desk_inside import wait_for
from notifier_driving import RECORD, Probe, ScriptedServer, check

ROUNDS = 25

server = ScriptedServer(["actions", "body"])
for number in range(1, ROUNDS + 1):
    probe = Probe()
    probe.show("water", "Water")
    probe.tell("withdraw water")
    while os.path.exists(RECORD):
        pass
    probe.kill()
    check(wait_for(lambda: number in server.closed, 2, 0.01), f"popup {number} stays for good")
