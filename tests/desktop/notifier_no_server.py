#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""Without a server a popup fails at once, and the server that comes later is told of; without a bus nothing starts."""
import os
import subprocess
import sys

from notifier_driving import Probe, ScriptedServer, check

probe = Probe()
probe.tell("show water Water")
probe.expect("failed water no-server: ")
probe.tell("show bath Bath")
probe.expect("failed bath no-server: ")
server = ScriptedServer(["actions", "body"])
probe.expect("server-back")
probe.show("water", "Water")
server.leave()
probe.expect("server-gone")
probe.quit()

without_bus = {name: value for name, value in os.environ.items()
               if name not in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")}
for environment in (without_bus, {**without_bus, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus"}):
    ended = subprocess.run([sys.argv[1]], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                           timeout=10, check=False)
    check(ended.returncode == 1, f"without a bus the probe ended with {ended.returncode}")
    check(ended.stderr.startswith("No session bus") and "systemctl --user start" in ended.stderr
          and ended.stderr.count("\n") == 1, f"not one line that says what to do: {ended.stderr!r}")
