#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The control interface on the session bus: it is what its description says; arguments are looked at; refusals have
names; a name that is taken is said."""
import datetime
import json
import os
import pathlib
import sys
import time
from xml.etree import ElementTree

from desk_inside import DIR, Gio, GLib, bus, call, get_all, wait_for
from notifier_driving import check
from service_driving import HISTORY, SCHEDULE, calmcalf, history, serve, write_schedule, write_text

NAME = "io.github.calmcalf.Calmcalf"
PATH = "/io/github/calmcalf/Calmcalf"
INTERFACE = "io.github.calmcalf.Calmcalf1"
# Somewhere it is between noon and one: an evening that is still to come, whenever this is run.
os.environ["TZ"] = f"<noon>{datetime.datetime.now(datetime.timezone.utc).hour - 12:+}"
time.tzset()
NOW = datetime.datetime.now()
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


def guide():
    return get_all(conn, NAME, PATH, INTERFACE)["Guide"]


def moment(iso):
    return datetime.datetime.fromisoformat(iso)


def in_days(days):
    """The local time of now, so many days on."""
    return (NOW + datetime.timedelta(days=days)).strftime("%Y-%m-%dT%H:%M")


def diary():
    return json.loads(calmcalf("diary", "--history", str(HISTORY), "--json"))


def amend(**options):
    """Each option is (type, value)."""
    return ask("AmendCramp", "(a{sv})", {name: GLib.Variant(*typed) for name, typed in options.items()})


INVALID = "org.freedesktop.DBus.Error.InvalidArgs"
GUIDE = "guide = { rounds = 2, hold = \"2m\", rest = \"5s\" }"
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
check(ask("Later", "(xa{sv})", 600, {}) is None, "later")

# A guided step.
for method in ("Stop", "PauseGuide", "ResumeGuide"):
    check(ask(method) == refused("NoGuideRunning"), f"{method} without a guide")
check(ask("Start", "(sa{sv})", "water", {}) == refused("NoGuide"), "a guide that is none")
check(guide() == {}, f"a guide that nobody began: {guide()}")
check(ask("Start", "(sa{sv})", "stretch", {}) is None, "the guide did not begin")
begun = guide()
check([begun[key] for key in ("step", "number", "title", "phase", "round", "rounds", "left")]
      == ["stretch", 1, "Stretch", "hold", 1, 2, 120], f"the guide: {begun}")
check(begun["doing"] and moment(begun["phase_ends"]) > NOW.astimezone(), f"the guide: {begun}")
heard()
check(changes[-1]["Guide"] == begun, f"told of the guide: {changes}")
check(ask("PauseGuide") is None and "phase_ends" not in guide() and guide()["left"] <= 120, f"a pause: {guide()}")
check(ask("PauseGuide") is None and "phase_ends" not in guide(), "a second pause went on")
check(ask("ResumeGuide") is None and guide()["phase_ends"] >= begun["phase_ends"], f"going on: {guide()}")
heard()
check("phase_ends" in changes[-1]["Guide"], f"told of going on: {changes}")
check(ask("Stop") is None and guide() == {}, f"stopped: {guide()}")
heard()
check(changes[-1]["Guide"] == {}, f"told of the end: {changes}")
check(all(step["state"] == "waiting" for step in get_all(conn, NAME, PATH, INTERFACE)["Steps"]), "a stop is no answer")

# The diary.
check(ask("Cramp", "(a{sv})", {"side": GLib.Variant("s", "left"), "severity": GLib.Variant("y", 4),
                               "triggers": GLib.Variant("as", ["standing", "alcohol"]),
                               "woke": GLib.Variant("b", True)}) is None, "cramp")
check(ask("NoCramp") == refused("NightHadACramp"), "a night with a cramp has none")
check(amend(side=("s", "right"), relief=("as", ["walk", "walk"])) is None, "a cramp was not put right")
check([diary()[0][key] for key in ("side", "severity", "woke", "triggers", "relief")]
      == ["right", 4, True, ["standing", "alcohol"], ["walk"]], f"put right: {diary()}")
check(amend(number=("i", 1), woke=("b", False)) is None and not diary()[0]["woke"], f"put right: {diary()}")
check(ask("Undo") is None and diary()[0]["woke"] and diary()[0]["side"] == "right", f"taken back: {diary()}")
check(ask("Undo") is None and diary()[0]["side"] == "left" and not diary()[0]["relief"], f"taken back: {diary()}")
check(ask("RemoveCramp") is None and diary() == [], f"taken out: {diary()}")
check(ask("RemoveCramp") == refused("NoSuchCramp") == amend(side=("s", "left")), "a cramp that was taken out")
check(ask("Undo") is None and [cramp["side"] for cramp in diary()] == ["left"], f"brought back: {diary()}")
heard()
check([name for name, details in happened][-7:] ==
      ["cramp", "cramp_amended", "cramp_amended", "undone", "undone", "cramp_removed", "undone"], f"told: {happened}")
check("step" not in happened[-1][1] and happened[-1][1]["night"] == diary()[0]["night"], f"told: {happened[-1]}")
for number in (-1, 0, 2):
    check(amend(number=("i", number), side=("s", "both")) == refused("NoSuchCramp"), f"amending cramp {number}")
    check(ask("RemoveCramp", "(a{sv})", {"number": GLib.Variant("i", number)}) == refused("NoSuchCramp"), f"{number}")
check(amend(night=("s", "2020-01-01"), side=("s", "both")) == refused("NoSuchCramp"), "a cramp of long ago")
check(amend(severity=("i", 11)) == amend(minutes=("i", 1441)) == refused("OutOfRange"), "severity 11 was taken later")
check(amend(at=("s", in_days(-3))) == refused("CrampOfAnotherNight"), "a cramp moved to another night")
check(amend(at=("s", in_days(1))) == refused("CrampInTheFuture"), "a cramp moved to tomorrow")
check([cramp["side"] for cramp in diary()] == ["left"], f"a refusal changed the diary: {diary()}")

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
        ("Cramp", "(a{sv})", ({"relief": GLib.Variant("as", ["prayer"])},)),
        ("AmendCramp", "(a{sv})", ({"number": GLib.Variant("s", "1")},)),
        ("AmendCramp", "(a{sv})", ({"side": GLib.Variant("s", "up")},)),
        ("AmendCramp", "(a{sv})", ({"popups": GLib.Variant("b", True)},)),
        ("RemoveCramp", "(a{sv})", ({"side": GLib.Variant("s", "left")},)),
        ("RemoveCramp", "(a{sv})", ({"number": GLib.Variant("x", 2**40)},)),
        ("Undo", "(a{sv})", ({"number": GLib.Variant("i", 1)},)),
        ("PauseGuide", "(a{sv})", ({"step": GLib.Variant("s", "stretch")},)),
]:
    check(ask(method, sig, *args) == INVALID, f"{method}{args} gave {ask(method, sig, *args)}")
check(ask("Cramp", "(a{sv})", {"severity": GLib.Variant("i", 11)}) == refused("OutOfRange"), "severity 11")
check(ask("Erase") == "org.freedesktop.DBus.Error.UnknownMethod", "a method that is none")

# Where the clocks had been put forward there was no half past two.
write_text('timezone = "Europe/Berlin"\n' + SCHEDULE.read_text(encoding="utf-8"))
check(ask("Reload") is None, "a schedule with a zone")
check(ask("Cramp", "(a{sv})", {"at": GLib.Variant("s", "2025-03-30T02:30")}) == INVALID, "a cramp at no time")
check(ask("Cramp", "(a{sv})", {"at": GLib.Variant("s", "2025-03-30T03:30")}) is None, "a cramp after the change")
check(amend(at=("s", "2025-03-30T02:30"), night=("s", "2025-03-29")) == INVALID, "a cramp moved to no time")
check(diary()[0]["night"] == "2025-03-29" and moment(diary()[0]["at"]) == moment("2025-03-30T03:30:00+02:00"),
      f"after the change: {diary()[0]}")

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
