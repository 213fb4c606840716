#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The icon in a panel and its menu: what they say, real clicks and keys, a panel that is started again; and no tray."""
import json
import os
import signal
import subprocess
import time

from desk_inside import KIND, GLib, accessibles, atspi, bus, call, run, wait_for
from notifier_driving import check, is_open
from service_driving import calmcalf, history, in_seconds, serve, write_schedule

WATCHER = "org.kde.StatusNotifierWatcher"
DBUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


def watcher():
    """The process of the tray host."""
    return call(bus(), *DBUS, "GetConnectionUnixProcessID", "(s)", WATCHER)


def item():
    listed = subprocess.run(["desk-tray", "wait", "io.github.calmcalf.Calmcalf", "0"], capture_output=True, text=True,
                            timeout=20, check=False)
    return json.loads(listed.stdout) if listed.returncode == 0 else None


def menu():
    return run("desk-tray", "menu")


def icon_on_panel():
    """Where the panel has drawn it, in its middle: the only thing of an icon's size there."""
    for part in accessibles(lambda name: "panel" in name):
        at = part.get_extents(atspi().CoordType.SCREEN)
        if at.x >= 0 and 16 <= at.width <= 48 and 16 <= at.height <= 48:
            return at.x + at.width // 2, at.y + at.height // 2
    return None


def menu_window():
    """x, y, width of the menu that is open: the newest window on the screen that is higher than a panel."""
    for window in reversed(run("xdotool", "search", "--onlyvisible", "--name", ".*", ok=False).split()):
        lines = run("xdotool", "getwindowgeometry", "--shell", window, ok=False).splitlines()
        at = dict(line.split("=") for line in lines if "=" in line)
        if at and 100 < int(at["HEIGHT"]) < 700 and int(at["X"]) < 200:
            return int(at["X"]), int(at["Y"]), int(at["WIDTH"])
    return None


def open_menu():
    def clicked():
        x, y = wait_for(icon_on_panel, 20) or check(False, "the panel shows no icon")
        run("xdotool", "mousemove", str(x), str(y), "click", "1")
        found = wait_for(menu_window, 5)
        return found or run("xdotool", "key", "Escape") or None
    found = wait_for(clicked, 30)
    check(found, "a click on the icon opens no menu")
    return found


def answered(step):
    return wait_for(lambda: history().get(step, {}).get("source") == "tray", 10)


def label_of(title):
    return next(line.split(": ", 1)[1].removeprefix("[ ] ") for line in menu().splitlines() if title in line)


def restarted(old):
    """Whether there is another tray host than the old one: xfce4-panel starts its plugin again."""
    try:
        return watcher() != old
    except GLib.Error:  # nobody has the name at the moment
        return False


def test_no_tray():
    service = serve()
    service.expect("Ready")
    service.expect("shown water")
    run("desk-system", "lock")
    service.expect("The screen is locked.")
    check(service.end() == 0, "without a tray the service ends badly")
    said = service.said
    check(not any("tray" in line.lower() or "notifier" in line.lower() for line in said), f"it complains: {said}")


def test_tray():
    service = serve("-v")
    service.expect("The icon is in the tray.")
    service.expect("shown water")
    check(wait_for(lambda: "Now: Water" in item()["ToolTip"][3], 10), f"the tooltip says {item()['ToolTip']}")
    shown = item()
    check(shown["IconName"] == "" and shown["IconPixmap"], "an icon that no theme has must be a picture")
    check(shown["ItemIsMenu"] and shown["Status"] == "Active", f"the item is {shown}")
    check("[ ] " in menu() and "Water (now)" in menu(), f"the menu is {menu()}")

    x, y, _ = open_menu()
    picture = os.environ.get("CALMCALF_PICTURES")
    if picture:
        wait_for(lambda: False, 1)
        run("desk-shot", f"{picture}/tray-{KIND}.png")
    run("xdotool", "mousemove", str(x + 60), str(y + 14), "click", "1")  # the first item, which is water
    check(answered("water"), f"a click on the step is not in the history: {history()}")
    check(history()["water"]["state"] == "done", f"the history says {history()}")
    check(wait_for(lambda: not is_open("Water"), 5), "the popup of a step that is done stays")
    check(wait_for(lambda: "[x]" in menu() and "Water (done)" in menu(), 5), f"the menu is {menu()}")

    open_menu()
    run("xdotool", "key", "Down", "Down", "Return")  # the second item, by keyboard alone
    check(answered("banana"), f"the menu is not to be used by keyboard: {history()}")

    run("desk-tray", "click", "Start, snooze, skip or undo/" + label_of("Stretch") + "/Skip")
    check(answered("stretch") and history()["stretch"]["state"] == "skipped", f"the history says {history()}")
    run("desk-tray", "click", "Pause/For an hour")
    check(wait_for(lambda: "Paused until" in item()["ToolTip"][3] and "Resume" in menu(), 5), "it is not paused")
    run("desk-tray", "click", "I have a cramp")
    service.expect("cramp")

    panel = watcher()
    os.kill(panel, signal.SIGKILL)
    began = time.monotonic()
    check(wait_for(lambda: restarted(panel) and item(), 20), "the icon is not back after the panel's restart")
    print(f"the icon is back after {time.monotonic() - began:.1f} s")
    run("desk-tray", "click", "Quit Calmcalf")
    check(service.process.wait(10) == 0, "quitting is no good end")


write_schedule(("water", f"at = {in_seconds(4)}"), ("banana", f"at = {in_seconds(1200)}"),
               ("stretch", f"at = {in_seconds(2400)}"))
if KIND == "xfce":
    test_tray()
else:
    test_no_tray()
