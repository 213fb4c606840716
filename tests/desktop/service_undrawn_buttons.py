#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""A server that claims buttons and draws none, or limits how often it is called: nothing is lost by it. The step stays
due when its popup goes away, the command says so and how to answer, and the answer counts."""
import json

from desk_inside import wait_for
from notifier_driving import ScriptedServer, check
from service_driving import calmcalf, history, in_seconds, serve, write_schedule


def state(step):
    return next(s["state"] for s in json.loads(calmcalf("status", "--json"))["steps"] if s["step"] == step)


server = ScriptedServer(["body", "actions"])
write_schedule(("water", f"at = {in_seconds(3)}"), ("banana", f"at = {in_seconds(5)}"))
service = serve()
service.expect("shown water")
check("done" in server.popups[-1]["actions"], f"the popup has no buttons: {server.popups[-1]}")
server.emit("NotificationClosed", "(uu)", len(server.popups), 1)  # it expired, and nobody could press anything
check(state("water") == "due", "a popup that went away was taken for an answer")
check("due: calmcalf done water" in calmcalf("status"), "the page does not say how to answer")
calmcalf("done", "water")
check(history()["water"]["state"] == "done" and history()["water"]["source"] == "command", f"history: {history()}")

service.expect("shown banana")
calmcalf("skip", "banana")
check(wait_for(lambda: len(server.popups) in server.closed, 5), "the popup of an answered step was not taken down")

# One that has had enough for now is asked again a little later: the reminder waits for it.
server.script = ["org.freedesktop.Notifications.Error.ExcessNotificationGeneration"]
write_schedule(("water", "at = 20:30:00"), ("walk", f"at = {in_seconds(3)}"))
service.expect("shown walk")
answers = [popup["answer"] for popup in server.popups if popup["title"] == "Walk"]
check(len(answers) == 2 and answers[1] == "take", f"the popup that was too much was shown as {answers}")
calmcalf("done", "walk")
check(history()["walk"]["state"] == "done", f"history: {history()}")
check(service.end() == 0, "the service ended badly")
