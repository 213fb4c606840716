# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""For the tests of how the service comes to run: its bus activation file, as it is built, and who has its name."""
import os
import pathlib
import signal
import sys

from desk_inside import GLib, bus, call, wait_for
from notifier_driving import BUS, BUS_PATH, check
from service_driving import CALMCALFD

NAME = "io.github.calmcalf.Calmcalf"
UNIT = pathlib.Path(sys.argv[3])
conn = bus()


def offer():
    """The session bus may start the service from now on. What differs from the installed file: where the program is."""
    built = UNIT.with_name(f"{NAME}.service").read_text(encoding="utf-8")
    start = next(line for line in built.splitlines() if line.startswith("Exec="))
    services = pathlib.Path(os.environ["XDG_DATA_HOME"], "dbus-1/services")
    services.mkdir(parents=True, exist_ok=True)
    (services / f"{NAME}.service").write_text(built.replace(start, f"Exec={CALMCALFD}"), encoding="utf-8")
    call(conn, BUS, BUS_PATH, BUS, "ReloadConfig")


def process():
    """The process of the service; None where none runs."""
    try:
        return call(conn, BUS, BUS_PATH, BUS, "GetConnectionUnixProcessID", "(s)", NAME)
    except GLib.Error:
        return None


def end():
    os.kill(process(), signal.SIGTERM)
    check(wait_for(lambda: process() is None, 20), "the service does not end")


def environment_of(number):
    """A process's environment, as it was started with it."""
    lines = pathlib.Path(f"/proc/{number}/environ").read_bytes().split(b"\0")
    return dict(line.decode().split("=", 1) for line in lines if b"=" in line)
