#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""An evening in fast motion: Done, Snooze and Skip are pressed on real popups, and are in the history with their source."""
import pathlib
import os

from desk_inside import run, wait_for
from notifier_driving import check, is_open, the_open
from service_driving import calmcalf, history, rehearse, write_schedule

write_schedule(("water", "at = 20:30:00"), ("banana", "at = 20:40:00"), ("stretch", "at = 20:45:00"))
evening = rehearse("--from", "20:29:30", "--speed", "60")

evening.expect("shown water")
picture = os.environ.get("CALMCALF_PICTURES")
if picture:
    wait_for(lambda: False, 0.7)
    run("desk-shot", str(pathlib.Path(picture, f"step-{os.environ['DESK_KIND']}.png")))
note = the_open("Water")
check("Time for water." in note["body"] and "Bed at 22:30." in note["body"], f"the popup says {note['body']!r}")
check(note["hints"].get("desktop-entry") == "io.github.calmcalf.Calmcalf", f"hints: {note['hints']}")
run("desk-click", "Done")
evening.expect("done water")

evening.expect("shown banana", 40)
run("desk-click", "Snooze 10 min")
evening.expect("snoozed banana")

evening.expect("shown stretch", 40)
run("desk-click", "Skip")
evening.expect("skipped stretch")

evening.expect("repeated banana", 40)
run("desk-click", "Done")
evening.expect("done banana")
check(wait_for(lambda: not is_open("Banana"), 5), "the answered popup stays")
check(evening.end() == 0, "the rehearsal ended badly")

remembered = history()
states = {step: (line["state"], line["source"]) for step, line in remembered.items()}
check(states == {"water": ("done", "notification"), "banana": ("done", "notification"),
                 "stretch": ("skipped", "notification")}, f"the history says {states}")
check("skipped" in calmcalf("history", "--history", str(pathlib.Path(os.environ["DESK_DIR"],
      "home/.local/share/calmcalf/history.db"))), "the history in words lacks the skipped step")
