#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""A server that the bus can start is started for a popup, and again when it dies with one on the screen."""
import os
import pathlib
import signal
import time

from desk_inside import bus, call
from notifier_driving import BUS, BUS_PATH, NOTES, Probe, check, has_server, server_pid

FOLDER = pathlib.Path(os.environ["XDG_RUNTIME_DIR"], "dbus-1/services")
STARTER = FOLDER / "start-server"


def let_starter(command):
    STARTER.write_text(f"#!/bin/sh\n{command}\n", encoding="utf-8")
    STARTER.chmod(0o755)


FOLDER.mkdir(parents=True, exist_ok=True)
let_starter("exit 1")
pathlib.Path(FOLDER, f"{NOTES}.service").write_text(f"[D-BUS Service]\nName={NOTES}\nExec={STARTER}\n", encoding="utf-8")
call(bus(), BUS, BUS_PATH, BUS, "ReloadConfig")

probe = Probe()
probe.tell("show water Water")
probe.expect("failed water no-server: ", 20)

let_starter("exec /usr/bin/python3 -m dbusmock --session --template notification_daemon")
probe.show("water", "Water")
check(probe.said[-2:] == ["server-back", "shown water"], f"started for the popup: {probe.said}")

os.kill(server_pid(), signal.SIGKILL)
probe.expect("server-gone")
probe.expect("server-back", 20)
probe.show("water", "Water")

# Nobody waits for it: it may stay away.
probe.tell("withdraw water")
probe.ping()
os.kill(server_pid(), signal.SIGKILL)
probe.expect("server-gone")
time.sleep(5)
check(not has_server(), "started though nothing is to be shown")
probe.quit()
