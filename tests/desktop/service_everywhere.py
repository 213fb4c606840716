#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""An answer on the popup, in the tray, by the command, or over the bus is seen in all other places within a second, and
the history has where it came from."""
import json

from desk_inside import KIND, bus, call, get_all, run, wait_for
from notifier_driving import check, is_open
from running_program import Running
from service_driving import CALMCALF, calmcalf, history, in_seconds, serve, write_schedule

NAME = "io.github.calmcalf.Calmcalf"
PATH = "/io/github/calmcalf/Calmcalf"
INTERFACE = "io.github.calmcalf.Calmcalf1"
conn = bus()


def state_on_bus(step):
    return next(s["state"] for s in get_all(conn, NAME, PATH, INTERFACE)["Steps"] if s["step"] == step)


def state_in_status(step):
    return next(s["state"] for s in json.loads(calmcalf("status", "--json"))["steps"] if s["step"] == step)


def in_menu(step, state):
    """Whether the tray's menu says so; where there is no tray it has nothing to say."""
    return KIND != "xfce" or f"{step.capitalize()} ({state})" in run("desk-tray", "menu")


def expect_everywhere(step, state, source):
    check(wait_for(lambda: state_on_bus(step) == state, 1), f"{step} is {state_on_bus(step)} on the bus, not {state}")
    check(state_in_status(step) == state, f"{step} is {state_in_status(step)} in status, not {state}")
    check(wait_for(lambda: not is_open(step.capitalize()), 1), f"the popup of {step} stays")
    check(wait_for(lambda: in_menu(step, state), 1), f"the tray does not say that {step} is {state}")
    check(history()[step]["source"] == source, f"the history says {history()[step]}")
    told = json.loads(watch.said[-1]) if watch.expect(f'"event":"{state}","step":"{step}"', 2) else {}
    check(told["source"] == source, f"watch says {told}")


due = in_seconds(5)
write_schedule(("water", f"at = {due}"), ("banana", f"at = {due}"), ("stretch", f"at = {due}"))
service = serve()
service.expect("Ready")
watch = Running(CALMCALF, "watch")
for step in ("water", "banana", "stretch"):
    watch.expect('"event":"shown"')

calmcalf("done", "water")
expect_everywhere("water", "done", "command")
call(conn, NAME, PATH, INTERFACE, "Skip", "(asa{sv})", ["banana"], {})
expect_everywhere("banana", "skipped", "bus")
run("desk-click", "Done")
expect_everywhere("stretch", "done", "notification")

# Taken back, it is on the screen again; answered again there, it is known to the command.
calmcalf("undo", "stretch")
check(wait_for(lambda: is_open("Stretch"), 5), "what was taken back does not come back")
check(state_in_status("stretch") == "due", "what was taken back is not due")
run("desk-click", "Skip")
expect_everywhere("stretch", "skipped", "notification")
if KIND == "xfce":
    calmcalf("undo", "water")
    label = next(line.split("] ", 1)[1] for line in run("desk-tray", "menu").splitlines() if "Water (now)" in line)
    run("desk-tray", "click", label)
    expect_everywhere("water", "done", "tray")
check("skipped" in calmcalf("status") and json.loads(calmcalf("bar"))["class"] != "due", "the page or the bar is behind")

check(service.end() == 0, "the service ended badly")
check(watch.process.wait(5) == 3, "watch goes on without a service")
calmcalf("status", status=3)
