#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The user unit under a real `systemd --user`: started, reloaded, killed, hung, stopped, called on the bus. A further
argument is the unit as it is built."""
import contextlib
import json
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import time

from desk_inside import Gio, GLib, bus, call, run, wait_for
from notifier_driving import check, is_open
from service_driving import CALMCALFD, HISTORY, calmcalf, in_seconds, write_schedule

UNIT = "calmcalf.service"
NAME = "io.github.calmcalf.Calmcalf"
units = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "systemd/user")


def systemctl(*words, ok=True):
    done = subprocess.run(["systemctl", "--user", *words], capture_output=True, text=True, timeout=60, check=False)
    check(done.returncode == 0 or not ok, f"systemctl {' '.join(words)}: {done.stderr}")
    return done.stdout.strip()


def show(what):
    return systemctl("show", "-P", what, UNIT)


def is_recorded(kind, step):
    with contextlib.closing(sqlite3.connect(f"file:{HISTORY}?mode=ro", uri=True)) as history:
        return bool(history.execute("SELECT 1 FROM entries WHERE kind = ? AND step = ?", (kind, step)).fetchall())


def drop_in(name, text):
    folder = units / f"{UNIT}.d"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)
    systemctl("daemon-reload")


unit = pathlib.Path(sys.argv[3]).read_text()
start = next(line for line in unit.splitlines() if line.startswith("ExecStart="))
units.mkdir(parents=True, exist_ok=True)
# What differs from an installed unit: where the program is; the desk's home, which is below /tmp; and what a sanitizer
# needs: to look for leaks it traces the process.
(units / UNIT).write_text(unit.replace(start, f"ExecStart={CALMCALFD} -v"))
systemctl("daemon-reload")
# Without the drop-in, which takes from it.
security = subprocess.run(["systemd-analyze", "--user", "security", "--no-pager", "--threshold=17", UNIT],
                          capture_output=True, text=True, timeout=60, check=False)
check(security.returncode == 0, f"the unit is more open than 1.7: {security.stdout}{security.stderr}")
drop_in("test.conf", "[Service]\nPrivateTmp=no\nEnvironment=ASAN_OPTIONS=detect_leaks=0\n")

write_schedule(("water", f"at = {in_seconds(6)}"))
systemctl("enable", UNIT)
systemctl("start", UNIT)
check(show("ActiveState") == "active", f"active, not {show('ActiveState')}")
check(show("Type") == "notify" and "Next:" in show("StatusText"), f"status: {show('StatusText')}")
first = int(show("MainPID"))
status = pathlib.Path(f"/proc/{first}/status").read_text()
check("NoNewPrivs:\t1" in status and "Seccomp:\t2" in status, "the hardening is not in force")

check(wait_for(lambda: is_open("Water"), 15), "no popup from the unit")
run("desk-click", "Done")

write_schedule(("water", "at = 20:30:00"), ("banana", f"at = {in_seconds(4)}"))
systemctl("reload", UNIT)
check(int(show("MainPID")) == first, "a reload is no restart")
check(wait_for(lambda: is_open("Banana"), 15), "the reloaded schedule is not in force")
check(wait_for(lambda: is_recorded("shown", "banana"), 15), "what is on the screen is not recorded")

os.kill(first, signal.SIGKILL)
check(wait_for(lambda: show("NRestarts") == "1" and show("ActiveState") == "active", 20), "not restarted after a kill")
check(wait_for(lambda: len(is_open("Banana")) == 1, 10), f"one popup, not {len(is_open('Banana'))}")
run("desk-click", "Skip")

write_schedule(("water", "at = 20:30:00"), ("walk", f"at = {in_seconds(4)}"))
check(wait_for(lambda: is_open("Walk"), 15), "the hardened unit does not see that its schedule was edited")
run("desk-click", "Skip")

drop_in("watchdog.conf", "[Service]\nWatchdogSec=2\nRestartSec=100ms\n")
systemctl("restart", UNIT)
hung = int(show("MainPID"))
time_alive = time.monotonic() + 3
check(wait_for(lambda: time.monotonic() > time_alive, 5) and int(show("MainPID")) == hung, "the watchdog was not fed")
os.kill(hung, signal.SIGSTOP)
check(wait_for(lambda: int(show("MainPID") or 0) not in (0, hung) and show("ActiveState") == "active", 30),
      "a hung service was not replaced")

systemctl("stop", UNIT)
check(show("Result") == "success" and show("ActiveState") == "inactive", f"stopped badly: {show('Result')}")

# The command starts no service that somebody has stopped; a program that calls it on the bus gets it from systemd.
calmcalf("status", status=3)
check(show("ActiveState") == "inactive", "the command has started the service")
activation = pathlib.Path(sys.argv[3]).with_name(f"{NAME}.service").read_text()
services = pathlib.Path(os.environ["XDG_DATA_HOME"], "dbus-1/services")
services.mkdir(parents=True, exist_ok=True)
(services / f"{NAME}.service").write_text(activation)
conn = bus()
call(conn, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ReloadConfig")
conn.call_sync(NAME, "/io/github/calmcalf/Calmcalf", f"{NAME}1", "Pause", GLib.Variant("(a{sv})", ({},)), None,
               Gio.DBusCallFlags.NONE, 20000, None)
check(wait_for(lambda: show("ActiveState") == "active", 10), f"the unit is {show('ActiveState')} after a call on the bus")
check(json.loads(calmcalf("status", "--json"))["paused_until"], "what the call asked for is not in force")
systemctl("stop", "desk-session.target")
check(wait_for(lambda: show("ActiveState") == "inactive", 10), "it outlived the session")
