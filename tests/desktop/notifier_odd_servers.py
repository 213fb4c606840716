#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""Servers without buttons, without markup, with errors, with odd signals: each gets and does what it can."""
import os
import time

from desk_inside import wait_for
from notifier_driving import Probe, ScriptedServer, check

PLAIN = "Hold for 10 s & relax.\nLeft <b>and</b> right."
ESCAPED = "Hold for 10 s &amp; relax.\nLeft &lt;b&gt;and&lt;/b&gt; right."
ANSWER = "\nAnswer with: calmcalf done"
TOO_SOON = "org.freedesktop.Notifications.Error.ExcessNotificationGeneration"

os.environ["CALMCALF_PROBE_CHIME"] = "1"
probe = Probe()
probe.tell("show water Water")
probe.expect("failed water no-server")


def with_server(*capabilities, name="Scripted"):
    started = ScriptedServer(list(capabilities), name)
    probe.expect("server-back")
    probe.show("water", "Water")
    return started


def without(server):
    server.leave()
    probe.expect("server-gone")


server = with_server("body")
check(server.popups[-1]["body"] == PLAIN + ANSWER, f"neither buttons nor markup: {server.popups}")
without(server)

server = with_server("body", "body-markup", "actions", name="Xfce Notify Daemon")
check(server.popups[-1]["body"] == ESCAPED, f"buttons and markup: {server.popups}")
check(server.popups[-1]["actions"] == ["done", "later"], f"Xfce draws a default action: {server.popups}")
probe.show("stretch", "Stretch", "progress")
check("value" not in server.popups[-1]["hints"], f"Xfce would drop the buttons: {server.popups}")
check(server.popups[-1]["hints"]["urgency"] == 1, f"nothing is urgent about it: {server.popups}")
without(server)

server = with_server("body", "actions", name="gnome-shell")
probe.show("stretch", "Stretch", "progress")
check(server.popups[-1]["hints"]["urgency"] == 2, f"GNOME would hide its buttons: {server.popups}")
first = len(server.popups)
probe.show("stretch", "Stretch still", "tick")
check(len(server.popups) == first, "GNOME would lose its buttons for a second less")
probe.show("stretch", "Relax", "progress")
check(server.popups[-1]["replaces"] == 0 and first in server.closed, f"GNOME would lose its buttons: {server.popups}")
without(server)

server = with_server("body", "actions")
popup = server.popups[-1]
check(popup["body"] == PLAIN and popup["actions"] == ["default", "done", "later"], f"buttons: {popup}")
check(popup["timeout"] == -1 and popup["hints"]["urgency"] == 1 and popup["hints"]["sound-name"], f"usual: {popup}")
probe.show("stretch", "Stretch", "progress")
check(server.popups[-1]["hints"]["value"] == 40, f"progress: {server.popups}")
check(popup["hints"]["desktop-entry"] == "io.github.calmcalf.Calmcalf", f"hints: {popup}")
probe.show("alarm", "Alarm", "alarm")
popup = server.popups[-1]
check(popup["timeout"] == 0 and popup["hints"]["urgency"] == 2 and popup["hints"]["suppress-sound"] is True
      and "sound-name" not in popup["hints"], f"silent, critical, staying: {popup}")

# What a server does not play rings here.
rung = probe.heard().count("rung")
probe.show("alarm", "Alarm", "alarm")
check(probe.heard().count("rung") == rung, "a silent popup rang")
probe.show("water", "Water")
check(probe.heard().count("rung") == rung + 1, "nothing rang")
without(server)
server = with_server("body", "sound")
check(probe.heard().count("rung") == rung + 1, "rang beside a server that plays sounds")
without(server)
server = with_server("body", "actions")

# Signals twice, and for popups that are nobody's. The next showing of the same key is listened to again.
water = 1
server.emit("ActionInvoked", "(us)", 77, "done")
server.emit("NotificationClosed", "(uu)", 77, 2)
server.emit("ActionInvoked", "(us)", water, "done")
server.emit("NotificationClosed", "(uu)", water, 2)
server.emit("NotificationClosed", "(uu)", water, 2)
probe.expect("pressed water done")
probe.expect("closed water")
probe.show("water", "Water")
check(server.popups[-1]["replaces"] == 0, "a closed popup is replaced")
server.emit("NotificationClosed", "(uu)", len(server.popups), 1)
probe.expect("closed water")
check(probe.heard().count("closed water") == 2, f"closed twice in all: {probe.said}")

server.script = ["zero", "org.example.Error"]
probe.tell("show a A")
probe.expect("failed a refused: ")
probe.tell("show b B")
check("As the script says" in probe.expect("failed b refused: "), "the server's reason is told")

# As KDE does: nothing that looks like the last popup within a second. It is tried again, once.
server.script = [TOO_SOON]
began = time.monotonic()
probe.show("c", "C")
check(time.monotonic() - began > 1, "tried again too soon")
server.script = [TOO_SOON, TOO_SOON]
probe.tell("show d D")
probe.expect("failed d refused: ")
server.script = [TOO_SOON]
probe.tell("show e E")
check(wait_for(lambda: server.popups[-1]["title"] == "E", 5), "not tried")
probe.tell("withdraw e")
probe.show("f", "F")
check([popup["title"] for popup in server.popups].count("E") == 1, "a withdrawn popup was tried again")
probe.quit()
