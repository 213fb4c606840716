#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The control interface on the session bus: it is what its description says; arguments are looked at; refusals have
names; a name that is taken is said."""
import pathlib
import sys
from xml.etree import ElementTree

from desk_inside import DIR, Gio, GLib, bus, call, get_all, wait_for
from notifier_driving import check
from service_driving import calmcalf, history, serve, write_schedule

NAME = "io.github.calmcalf.Calmcalf"
PATH = "/io/github/calmcalf/Calmcalf"
INTERFACE = "io.github.calmcalf.Calmcalf1"
DESCRIPTION = pathlib.Path(sys.argv[4])
conn = bus()


def ask(method, sig="(a{sv})", *args):
    """The name of the error that the call ends with; None where it succeeds."""
    try:
        call(conn, NAME, PATH, INTERFACE, method, sig, *(args or ({},)))
        return None
    except GLib.Error as error:
        return Gio.DBusError.get_remote_error(error)


def refused(why):
    return f"{INTERFACE}.Error.{why}"


def members(xml):
    """What an interface consists of, as far as callers are concerned."""
    interface = ElementTree.fromstring(xml).find(f"interface[@name='{INTERFACE}']")
    return {(m.tag, m.get("name"), m.get("type"), m.get("access"),
             tuple((a.get("name"), a.get("type"), a.get("direction", "out")) for a in m.findall("arg")))
            for m in interface if m.tag in ("method", "signal", "property")}


INVALID = "org.freedesktop.DBus.Error.InvalidArgs"
GUIDE = "guide = { rounds = 1, hold = \"10s\", rest = \"0s\" }"
write_schedule(("water", "at = 20:30:00"), ("stretch", f"at = 20:40:00\n{GUIDE}"))
calmcalf("status", status=3)
service = serve()
service.expect("Ready")

live = call(conn, NAME, PATH, "org.freedesktop.DBus.Introspectable", "Introspect")
check(members(live) == members(DESCRIPTION.read_text(encoding="utf-8")),
      f"the description differs: {members(live) ^ members(DESCRIPTION.read_text(encoding='utf-8'))}")

# Tonight, and that it tells of its changes.
changes = []
conn.signal_subscribe(NAME, "org.freedesktop.DBus.Properties", "PropertiesChanged", PATH, None,
                      Gio.DBusSignalFlags.NONE, lambda *signal: changes.append(signal[5].unpack()[1]))
happened = []
conn.signal_subscribe(NAME, INTERFACE, "Happened", PATH, None, Gio.DBusSignalFlags.NONE,
                      lambda *signal: happened.append(signal[5].unpack()))


def heard():
    call(conn, NAME, PATH, "org.freedesktop.DBus.Peer", "Ping")  # signals sent before its reply are here by then
    while GLib.MainContext.default().iteration(False):
        pass


tonight = get_all(conn, NAME, PATH, INTERFACE)
check([step["step"] for step in tonight["Steps"]] == ["water", "stretch"], f"tonight: {tonight}")
check(ask("Pause", "(a{sv})", {"until": GLib.Variant("s", "23:59:59")}) is None, "a pause was refused")
heard()
check(changes and changes[-1]["Mood"] == "paused" and "T23:59:59" in changes[-1]["PausedUntil"], f"told: {changes}")
check([name for name, details in happened] == ["paused"], f"happened: {happened}")
check(ask("Resume") is None and ask("Resume") == refused("NotPaused"), "a second resume was not refused")

# Answers.
night = get_all(conn, NAME, PATH, INTERFACE)["Night"]
check(ask("Done", "(asa{sv})", ["water"], {"night": GLib.Variant("s", night)}) is None, "water was not done")
check(history()["water"]["source"] == "bus", f"the history says {history()}")
check(ask("Undo") is None and ask("Undo") == refused("NothingToUndo"), "undo")
check(ask("Skip", "(asa{sv})", ["water", "wine"], {}) == refused("UnknownStep"), "half an answer was taken")
check(all(step["state"] == "waiting" for step in get_all(conn, NAME, PATH, INTERFACE)["Steps"]), "water was skipped")
check(ask("Start", "(sa{sv})", "stretch", {}) is None and ask("Stop") is None, "the guide")
check(ask("Stop") == refused("NoGuideRunning") and ask("Start", "(sa{sv})", "water", {}) == refused("NoGuide"), "guide")
check(ask("Later", "(xa{sv})", 600, {}) is None, "later")
check(ask("Cramp", "(a{sv})", {"side": GLib.Variant("s", "left"), "severity": GLib.Variant("y", 4),
                               "triggers": GLib.Variant("as", ["standing", "alcohol"]),
                               "woke": GLib.Variant("b", True)}) is None, "cramp")
check(ask("NoCramp") == refused("NightHadACramp"), "a night with a cramp has none")

# What is no request.
for method, sig, args in [
        ("Done", "(asa{sv})", ([], {})),
        ("Done", "(asa{sv})", (["water"] * 1000, {})),
        ("Done", "(sa{sv})", ("water", {})),
        ("Done", "(as)", (["water"],)),
        ("Done", "(asa{sv})", (["water"], {"nigth": GLib.Variant("s", night)})),
        ("Done", "(asa{sv})", (["water"], {"night": GLib.Variant("s", "yesterday")})),
        ("Done", "(asa{sv})", (["water"], {"night": GLib.Variant("i", 3)})),
        ("Done", "(asa{sv})", (["water"], {"number": GLib.Variant("t", 2**63)})),
        ("Done", "(asa{sv})", (["water"], {"source": GLib.Variant("s", "notification")})),
        ("Done", "(asa{sv})", (["water"], {"night": GLib.Variant("(s)", (night,))})),
        ("Snooze", "(sa{sv})", ("water", {"for": GLib.Variant("i", -600)})),
        ("Snooze", "(sa{sv})", ("water", {"for": GLib.Variant("x", 2**62)})),
        ("Later", "(xa{sv})", (0, {})),
        ("Pause", "(a{sv})", ({"until": GLib.Variant("s", "25:00")},)),
        ("Cramp", "(a{sv})", ({"side": GLib.Variant("s", "up")},)),
        ("Cramp", "(a{sv})", ({"note": GLib.Variant("s", "x" * 100000)},)),
        ("Cramp", "(a{sv})", ({"severity": GLib.Variant("x", 2**40)},)),
]:
    check(ask(method, sig, *args) == INVALID, f"{method}{args} gave {ask(method, sig, *args)}")
check(ask("Cramp", "(a{sv})", {"severity": GLib.Variant("i", 11)}) == refused("OutOfRange"), "severity 11")
check(ask("Erase") == "org.freedesktop.DBus.Error.UnknownMethod", "a method that is none")

# A schedule with a mistake.
write_schedule(("water", "att = 20:30:00"))
check(ask("Reload") == refused("ScheduleRejected"), "a schedule with a mistake was taken")
problems = get_all(conn, NAME, PATH, INTERFACE)["Problems"]
check(any(p["key"] == "step[1].att" and p["line"] == 9 and p["severity"] == "error" for p in problems), f"{problems}")
write_schedule(("water", "at = 20:30:00"))
check(ask("Reload") is None and not get_all(conn, NAME, PATH, INTERFACE)["Problems"], "the mended one was not")

# Another service has to do without the name, and says so; the first one keeps it.
other = serve("--history", str(pathlib.Path(DIR, "other.db")))
other.expect("another program has it")
other.expect("Ready")
check(other.end() == 0 and ask("Resume") == refused("NotPaused"), "the first service lost its name")
check(service.end() == 0, "the service ended badly")
check(wait_for(lambda: ask("Resume") == "org.freedesktop.DBus.Error.NameHasNoOwner", 5), "the name stays taken")
