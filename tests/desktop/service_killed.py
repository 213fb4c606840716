#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""kill -9 while reminders are open: the next process takes their popups over, and what was answered is not shown again."""
import signal

from desk_inside import run, wait_for
from notifier_driving import check, is_open, sent, the_open
from service_driving import history, in_seconds, serve, write_schedule

write_schedule(("water", f"at = {in_seconds(2)}"), ("banana", f"at = {in_seconds(2)}"))
service = serve()
service.expect("shown banana", 15)
check(wait_for(lambda: is_open("Water") and is_open("Banana"), 5), "two popups")
run("desk-click", "--id", str(the_open("Water")["id"]), "Done")
service.expect("done water")
service.end(signal.SIGKILL)

service = serve()
service.expect("repeated banana", 15)
check(wait_for(lambda: len(sent("Banana")) >= 2, 5), "the popup is shown again")
check(len(is_open("Banana")) == 1, f"one popup of it, not {len(is_open('Banana'))}")
check(len(sent("Water")) == 1, "what was answered was shown again")
run("desk-click", "Skip")
service.expect("skipped banana")
check(service.end() == 0, "the service ended badly")
states = {step: line["state"] for step, line in history().items()}
check(states == {"water": "done", "banana": "skipped"}, f"the history says {states}")
