#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""An answer on the popup, in the tray, by the command, or over the bus is seen in all other places within a second, and
the history has where it came from."""
import json
import time

from desk_inside import KIND, bus, call, get_all, run, wait_for
from notifier_driving import check, is_open
from running_program import Running
from service_driving import CALMCALF, calmcalf, history, in_seconds, serve, write_schedule

NAME = "io.github.calmcalf.Calmcalf"
PATH = "/io/github/calmcalf/Calmcalf"
INTERFACE = "io.github.calmcalf.Calmcalf1"
MENU = ("/StatusNotifierItem/Menu", "com.canonical.dbusmenu")
conn = bus()


def state_on_bus(step):
    return next(s["state"] for s in get_all(conn, NAME, PATH, INTERFACE)["Steps"] if s["step"] == step)


def state_in_status(step):
    return next(s["state"] for s in json.loads(calmcalf("status", "--json"))["steps"] if s["step"] == step)


def in_menu(step, state):
    """Whether the tray's menu says so."""
    return f"{step.capitalize()} ({state})" in str(call(conn, NAME, *MENU, "GetLayout", "(iias)", 0, -1, ["label"]))


def expect_everywhere(step, state, source):
    """To be called as soon as it is answered."""
    answered = time.monotonic()
    in_all = {"the bus": lambda: state_on_bus(step) == state, "the tray": lambda: in_menu(step, state),
              "the popup": lambda: not is_open(step.capitalize()), "status": lambda: state_in_status(step) == state}
    for place, knows in in_all.items():
        left = answered + 1 - time.monotonic()
        check(wait_for(knows, left), f"after a second, {place} does not know that {step} is {state}")
    check(history()[step]["source"] == source, f"the history says {history()[step]}")
    came = watch.expect(f'"event":"{state}","step":"{step}"', 2)
    check(came < answered + 1, f"watch says so {came - answered:.1f} s later")
    told = json.loads(watch.said[-1])
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
if KIND != "dunst":  # which has no tray
    calmcalf("undo", "water")
    label = next(line.split("] ", 1)[1] for line in run("desk-tray", "menu").splitlines() if "Water (now)" in line)
    run("desk-tray", "click", label)
    expect_everywhere("water", "done", "tray")
check("skipped" in calmcalf("status") and json.loads(calmcalf("bar"))["class"] != "due", "the page or bar is behind")

check(service.end() == 0, "the service ended badly")
check(watch.process.wait(5) == 3, "watch goes on without a service")
calmcalf("status", status=3)
