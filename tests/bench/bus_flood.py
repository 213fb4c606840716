#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""bus_flood.py CALMCALF CALMCALFD [CALLS], inside a desk of kind dunst:

    tests/desktop/desk dunst -- tests/bench/bus_flood.py build/release/cli/calmcalf build/release/daemon/calmcalfd

Four clients call the service 10,000 times in all (or CALLS), as fast as they can, while ten steps fall due: reads, answers that are
written to disk, and nonsense. Prints how late each reminder was on the bus, how many calls were answered, and the
service's memory before and after. A figure to look at, no test: nothing fails on a slow machine."""
import datetime
import os
import pathlib
import re
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "desktop"))
from desk_inside import GLib, bus, call, events  # noqa: E402
from service_driving import serve, write_schedule  # noqa: E402

NAME = "io.github.calmcalf.Calmcalf"
PATH = "/io/github/calmcalf/Calmcalf"
INTERFACE = "io.github.calmcalf.Calmcalf1"
CLIENTS, STEPS = 4, 10
CALLS = int(sys.argv[3] if len(sys.argv) > 3 else 10000) // CLIENTS

answered = [0] * CLIENTS


def private_kib(process):
    rollup = pathlib.Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8")
    return sum(int(n) for n in re.findall(r"^Private_\w+:\s+(\d+) kB", rollup, re.M))


def flood(number):
    conn = bus()
    for i in range(CALLS):
        try:
            if i % 4 == 0:
                call(conn, NAME, PATH, "org.freedesktop.DBus.Properties", "GetAll", "(s)", INTERFACE)
            elif i % 4 == 1:
                call(conn, NAME, PATH, INTERFACE, "Done", "(asa{sv})", [f"spare-{number}"], {})
            elif i % 4 == 2:
                call(conn, NAME, PATH, INTERFACE, "Undo", "(a{sv})", {"step": GLib.Variant("s", f"spare-{number}")})
            else:
                call(conn, NAME, PATH, INTERFACE, "Pause", "(a{sv})", {"until": GLib.Variant("s", "nonsense")})
            answered[number] += 1
        except GLib.Error as error:
            answered[number] += "InvalidArgs" in error.message


first = datetime.datetime.now().replace(microsecond=0) + datetime.timedelta(seconds=5)
due = [first + datetime.timedelta(seconds=i) for i in range(STEPS)]
write_schedule(*[(f"step-{i}", f"at = {moment:%H:%M:%S}") for i, moment in enumerate(due)],
               *[(f"spare-{i}", "before_bed = \"0m\"") for i in range(CLIENTS)])
service = serve()
service.expect("Ready")
time.sleep(1)
before = private_kib(service.process.pid)
began, began_at = time.monotonic(), time.time()
clients = [threading.Thread(target=flood, args=(i,)) for i in range(CLIENTS)]
for client in clients:
    client.start()
for client in clients:
    client.join()
took = time.monotonic() - began
time.sleep(max(0.0, (due[-1] - datetime.datetime.now()).total_seconds()) + 2)
after = private_kib(service.process.pid)

lateness = []
for i, moment in enumerate(due):
    shown = [e["t"] for e in events() if e["event"] == "Notify" and e["summary"] == f"Step-{i}"]
    lateness.append((shown[0] - moment.timestamp()) * 1000 if shown else float("nan"))
service.end()
print(f"{sum(answered)} of {CLIENTS * CALLS} calls answered in {took:.1f} s")
during = sum(began_at <= moment.timestamp() <= began_at + took for moment in due)
print(f"reminders late by, in ms: {', '.join(f'{late:.0f}' for late in lateness)} (the first {during} in the flood)")
print(f"private memory: {before} KiB before, {after} KiB after ({os.cpu_count()} processors)")
