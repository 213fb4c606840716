#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""What a killed process left on the screen is replaced where it is shown again, and closed where it is not."""
from desk_inside import DIR, wait_for
from notifier_driving import RECORD, DeskServer, Probe, check, is_open, last_sent

killed = Probe()
killed.show("water", "Water")
killed.show("bath", "Warm bath")
killed.kill()
check(RECORD.exists(), "no record was left")
left = {title: last_sent(title)["id"] for title in ("Water", "Warm bath")}
check(is_open("Water") and is_open("Warm bath"), "the server had closed them itself")

probe = Probe("show water Water, once more")
probe.expect("shown water")
check(last_sent("Water, once more")["replaces"] == left["Water"], "not in the old one's place")
check(wait_for(lambda: not is_open("Warm bath"), 5), "what nobody wants stays")
check(len(is_open("Water, once more")) == 1 and not is_open("Water"), "the wanted one does not stand there once")
probe.quit()
check(not RECORD.exists(), "a record is left by an orderly end")

# Another instance of the server gives the same ids to others' popups.
killed = Probe()
killed.show("water", "Water")
killed.kill()
server = DeskServer()
server.kill()
server.start_again()
probe = Probe("show water Water, later")
probe.expect("shown water")
check(last_sent("Water, later")["replaces"] == 0, "an id of the old server was sent to the new one")
probe.quit()

# Without a path nothing is kept.
off = Probe(record="")
off.show("water", "Water")
check(not RECORD.exists(), f"a record in {DIR}")
off.quit()
