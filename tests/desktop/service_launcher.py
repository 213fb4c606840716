#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""A click on the application in the desktop's launcher, by GIO and the desktop file: it starts the service, writes a
cramp down, opens the report, pauses; and the same by a launcher that does not speak D-Bus."""
import json
import os
import pathlib
import shutil
import subprocess
from xml.etree import ElementTree

import gi

import bus_activation
from bus_activation import NAME, conn, process
from desk_inside import Gio, GLib, call, open_notes, wait_for
from file_openers import Desktop
from notifier_driving import check
from service_driving import CALMCALF, HISTORY, calmcalf, write_schedule

try:
    gi.require_version("GioUnix", "2.0")  # where GLib 2.80 and newer have what is of Unix alone
    from gi.repository import GioUnix
except (ImportError, ValueError):
    GioUnix = Gio

# What is called on it is called by its class: GioUnix does not know that these are methods.
DesktopEntry = GioUnix.DesktopAppInfo

PATH = "/io/github/calmcalf/Calmcalf"
INTERFACE = "org.freedesktop.Application"
FILE = pathlib.Path(__file__).resolve().parents[2] / f"packaging/{NAME}.desktop"
REPORT = HISTORY.parent / "report.html"

# Desktop Entry Specification 1.5, "D-Bus Activation".
SPECIFIED = """<interface name='org.freedesktop.Application'>
 <method name='Activate'><arg type='a{sv}' name='platform_data' direction='in'/></method>
 <method name='Open'><arg type='as' name='uris' direction='in'/>
  <arg type='a{sv}' name='platform_data' direction='in'/></method>
 <method name='ActivateAction'><arg type='s' name='action_name' direction='in'/>
  <arg type='av' name='parameter' direction='in'/><arg type='a{sv}' name='platform_data' direction='in'/></method>
</interface>"""


def install():
    """The desktop file where the user's are, and calmcalf in the PATH."""
    applications = pathlib.Path(os.environ["XDG_DATA_HOME"], "applications")
    applications.mkdir(parents=True)
    shutil.copy(FILE, applications)
    os.environ["PATH"] = f"{pathlib.Path(CALMCALF).parent}:{os.environ['PATH']}"
    bus_activation.offer()


def cramps():
    return len(json.loads(calmcalf("diary", "--history", str(HISTORY), "--json"))) if HISTORY.exists() else 0


def paused_until():
    return json.loads(calmcalf("status", "--json"))["paused_until"]


def methods(interface):
    return {(m.get("name"), tuple((a.get("type"), a.get("name"), a.get("direction")) for a in m.findall("arg")))
            for m in interface.findall("method")}


def error_of(method, sig, *args):
    try:
        call(conn, NAME, PATH, INTERFACE, method, sig, *args)
        return None
    except GLib.Error as error:
        return Gio.DBusError.get_remote_error(error)


def test_by_bus(application, desktop):
    DesktopEntry.launch_action(application, "cramp", None)
    check(wait_for(lambda: cramps() == 1, 30), "a click on the cramp starts no service that writes it down")
    service = process()
    check(wait_for(open_notes, 20), "nothing on the screen says what helps")

    check(application.launch([], None), "the click is not sent")
    check(desktop.next(60) == ("opened", True), "a click on the application does not open the report")
    check("Nights and cramps" in REPORT.read_text(encoding="utf-8"), "that is no report")
    REPORT.unlink()
    DesktopEntry.launch_action(application, "report", None)
    check(desktop.next(60) == ("opened", True) and REPORT.exists(), "the action does not open the report")
    DesktopEntry.launch_action(application, "pause", None)
    check(wait_for(paused_until, 10), "it is not paused")
    check(process() == service, "it is another service now")

    live = ElementTree.fromstring(call(conn, NAME, PATH, "org.freedesktop.DBus.Introspectable", "Introspect"))
    check(methods(live.find(f"interface[@name='{INTERFACE}']")) == methods(ElementTree.fromstring(SPECIFIED)),
          "the interface is not as it is specified")
    invalid = "org.freedesktop.DBus.Error.InvalidArgs"
    check(error_of("ActivateAction", "(sava{sv})", "dance", [], {}) == invalid, "an action that is none")
    check(error_of("ActivateAction", "(sava{sv})", "cramp", [GLib.Variant("s", "left")], {}) == invalid, "a parameter")
    check(error_of("Open", "(asa{sv})", [REPORT.as_uri()], {}) == "org.freedesktop.DBus.Error.NotSupported", "a file")
    check(cramps() == 1, "an error is a cramp")


def test_by_command(application, desktop):
    def click(line):
        done = subprocess.run(GLib.shell_parse_argv(line)[1], capture_output=True, text=True, timeout=60, check=False)
        check((done.returncode, done.stdout, done.stderr) == (0, "", ""), f"{line}: {done}")

    entry = GLib.KeyFile()
    entry.load_from_file(DesktopEntry.get_filename(application), GLib.KeyFileFlags.NONE)
    actions = DesktopEntry.list_actions(application)
    lines = {action: entry.get_string(f"Desktop Action {action}", "Exec") for action in actions}
    check(sorted(lines) == ["cramp", "pause", "report"], f"the actions are {lines}")
    bus_activation.end()
    click(lines["cramp"])
    check(cramps() == 2, "the command starts no service that writes a cramp down")
    service = process()
    calmcalf("resume")
    click(lines["pause"])
    check(paused_until(), "it is not paused")
    click(lines["report"])
    check(desktop.next(60) == ("opened", True), "the command does not open the report")
    click(entry.get_string("Desktop Entry", "Exec"))
    check(desktop.next(60) == ("opened", True), "the command alone does not open the report")
    check(process() == service, "it is another service now")
    calmcalf("launch", "dance", status=2)
    bus_activation.end()


install()
write_schedule(("water", "at = 20:30:00"))
opener = Desktop()
opener.own("org.freedesktop.portal.Desktop")
app = DesktopEntry.new(f"{NAME}.desktop")
check(app and app.should_show() and DesktopEntry.get_boolean(app, "DBusActivatable"), "launchers do not show it")
check(process() is None and cramps() == 0, "the service runs already")
test_by_bus(app, opener)
test_by_command(app, opener)
