# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""For programs inside a desk: what desk exported, D-Bus calls, the recorder's log, AT-SPI search."""
import json
import os
import subprocess
import sys
import time

import gi
from gi.repository import Gio, GLib

KIND = os.environ.get("DESK_KIND", "")
DIR = os.environ.get("DESK_DIR", "")
NOTES = "org.freedesktop.Notifications"
NOTES_PATH = "/org/freedesktop/Notifications"
SHELL = "org.gnome.Shell"


def die(text):
    print(f"{os.path.basename(sys.argv[0])}: {text}", file=sys.stderr)
    sys.exit(1)


def need_desk():
    if not KIND or not os.path.isdir(DIR):
        die("not inside a desk (run me from: desk KIND -- COMMAND)")


def bus():
    """A fresh connection to the desk's session bus."""
    return Gio.DBusConnection.new_for_address_sync(
        os.environ["DBUS_SESSION_BUS_ADDRESS"],
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)


def call(conn, name, path, iface, method, sig="()", *args, timeout=5000):
    """One method call without auto-start; the reply unpacked (one value alone, several as a tuple)."""
    out = conn.call_sync(name, path, iface, method, GLib.Variant(sig, args), None,
                         Gio.DBusCallFlags.NO_AUTO_START, timeout, None).unpack()
    return out[0] if len(out) == 1 else out


def get_all(conn, name, path, iface):
    return call(conn, name, path, "org.freedesktop.DBus.Properties", "GetAll", "(s)", iface)


def evaluate(conn, js):
    """JavaScript in GNOME Shell; (whether it ran, its value as text)."""
    return call(conn, SHELL, "/org/gnome/Shell", SHELL, "Eval", "(s)", js)


def run(*cmd, ok=True):
    p = subprocess.run(cmd, capture_output=True, text=True, timeout=20, check=False)
    if ok and p.returncode:
        die(f"{' '.join(cmd)}: {p.stderr.strip() or p.stdout.strip()}")
    return p.stdout


def events():
    """Everything desk-record has seen so far."""
    out = []
    try:
        with open(f"{DIR}/notes.jsonl", encoding="utf-8") as f:
            for line in f:
                if line.endswith("\n"):
                    out.append(json.loads(line))
    except FileNotFoundError:
        pass
    return out


def open_notes():
    """Notifications sent and not closed since, by id, oldest first (a replaced one keeps its newest text)."""
    shown = {}
    for e in events():
        if e["event"] == "Notify" and e.get("id"):
            shown[e["id"]] = e
        elif e["event"] == "NotificationClosed":
            shown.pop(e["id"], None)
    return shown


def wait_for(test, secs, step=0.1):
    """The first true value of test(), or None."""
    end = time.monotonic() + secs
    while True:
        got = test()
        if got or time.monotonic() > end:
            return got or None
        time.sleep(step)


def server_application():
    """The name that the notification server has in AT-SPI, in the kinds that are read and pressed through it."""
    return "plasmashell" if KIND == "plasma" else "xfce4-notifyd"


def atspi():
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
    Atspi.init()
    Atspi.set_timeout(2000, 4000)
    return Atspi


def walk(acc, depth=0, limit=40):
    """All live accessibles under acc; those that die during the walk are skipped."""
    if acc is None or depth > limit:
        return
    yield acc
    try:
        n = min(acc.get_child_count(), 500)
    except GLib.Error:
        return
    for i in range(n):
        try:
            child = acc.get_child_at_index(i)
        except GLib.Error:
            continue
        yield from walk(child, depth + 1, limit)


def accessibles(only=None):
    """Every accessible on the desktop; only: a test on the application's name."""
    desktop = atspi().get_desktop(0)
    for i in range(desktop.get_child_count()):
        try:
            app = desktop.get_child_at_index(i)
            if app is not None and (only is None or only(app.get_name() or "")):
                yield from walk(app)
        except GLib.Error:
            continue
