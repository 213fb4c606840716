#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""A server that goes takes its popups with it, and the next one is sent no id of theirs."""
from desk_inside import wait_for
from notifier_driving import DeskServer, Probe, check, sent

server = DeskServer()
probe = Probe()
probe.show("water", "Water")
server.kill()
probe.expect("server-gone")
server.start_again()
probe.expect("server-back", 10)
probe.show("water", "Water")
check(wait_for(lambda: len(sent("Water")) == 2, 5), "not sent again")
check([popup["replaces"] for popup in sent("Water")] == [0, 0], "an id of the old server was sent to the new one")
said = probe.heard()
check(said.count("server-gone") == said.count("server-back") == 1, f"each once: {said}")
probe.quit()
