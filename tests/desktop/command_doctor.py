#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""`calmcalf doctor` on this desktop: it sees what is there, and names what is missing with its remedy."""
import json
import os

from notifier_driving import check
from service_driving import CALMCALF, calmcalf, serve, write_schedule, write_text

KIND = os.environ["DESK_KIND"]


def findings(status):
    return {finding["check"]: finding for finding in json.loads(calmcalf("doctor", "--json", status=status))}


def expect(found, **verdicts):
    seen = {name.replace(" ", "_"): finding["verdict"] for name, finding in found.items()}
    for name, verdict in verdicts.items():
        check(seen[name] == verdict, f"{name} is {seen[name]}, not {verdict}: {found}")
    for finding in found.values():
        check(finding["verdict"] != "bad" or finding["remedy"] or finding["check"] == "history", f"no remedy: {finding}")


server = "bad" if KIND == "none" else "good"
write_text("[bedtime]\ntime = 25:00:00\n")
expect(findings(1), schedule="bad", service="bad", history="good", session_bus="good", notifications=server,
       tray="good" if KIND == "xfce" else "limited", screen_lock="limited", time_zone="good")

write_schedule(("water", "at = 20:30:00"))
if KIND != "none":
    service = serve()
    service.expect("Ready")
    expect(findings(0), schedule="good", service="good", notifications="good")
    check("1 step" in calmcalf("doctor"), "the page does not say what the schedule has")
    check(service.end() == 0, "the service ended badly")
expect(findings(1), schedule="good", service="bad")
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"
os.environ.pop("XDG_RUNTIME_DIR", None)
found = findings(1)
check(found["session bus"]["verdict"] == "bad" and "service" not in found, f"without a bus: {found} ({CALMCALF})")
