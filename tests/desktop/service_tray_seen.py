#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The icon as each desktop draws it: every mood, a click into its menu with the pointer, and its panel killed and
started again."""
from desk_inside import run, wait_for
from notifier_driving import check
from service_driving import calmcalf, history, in_seconds, serve, write_schedule, write_text
from service_tray_panels import panel

BEDTIME = in_seconds(3600)


def schedule(*steps):
    """Each step is (id, seconds before bedtime)."""
    write_schedule(*((step, f'before_bed = "{seconds}s"') for step, seconds in steps), bedtime=BEDTIME)


def expect_answer(step, state):
    check(wait_for(lambda: history().get(step, {}).get("state") == state, 10), f"the history says {history()}")
    check(history()[step]["source"] == "tray", f"it does not come from the tray: {history()}")


desk = panel()
schedule(("water", 1800))
service = serve("-v")
service.expect("The icon is in the tray.", 40)
desk.expect("waiting")
calmcalf("done", "water")
desk.expect("resting")
schedule(("walk", 3605), ("water", 1800))
service.expect("shown walk")
desk.expect("due")
calmcalf("pause")
desk.expect("paused")
calmcalf("resume")
desk.expect("due")
write_text("[bedtime]\ntime = 25:00:00\n")
desk.expect("problem")
schedule(("walk", 3605), ("water", 1800))
desk.expect("due")

desk.choose_first("menu")
expect_answer("walk", "done")
desk.expect("resting")

desk.restart()
check(wait_for(lambda: desk.mood() == "resting", 60, 0.5), "the icon is not back")
desk.photograph("back")
desk.choose_first()  # which takes back what it did
desk.expect("due")
run("desk-tray", "click", "Quit Calmcalf")
check(service.process.wait(10) == 0, "quitting is no good end")
check(wait_for(lambda: not desk.icon(), 20, 0.5), "the icon outlives the service")
