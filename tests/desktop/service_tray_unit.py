#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The hardened user unit under a real `systemd --user` has its icon in the panel, and what is clicked in its menu is
recorded. A further argument is the unit as it is built; the desk has a panel where DESK_PANEL is set."""
import os
import pathlib
import subprocess
import sys

from desk_inside import run, wait_for
from notifier_driving import check
from service_driving import CALMCALFD, history, in_seconds, write_schedule
from service_tray_panels import panel

UNIT = "calmcalf.service"
units = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "systemd/user")


def systemctl(*words):
    done = subprocess.run(["systemctl", "--user", *words], capture_output=True, text=True, timeout=60, check=False)
    check(done.returncode == 0, f"systemctl {' '.join(words)}: {done.stderr}")
    return done.stdout.strip()


unit = pathlib.Path(sys.argv[3]).read_text(encoding="utf-8")
start = next(line for line in unit.splitlines() if line.startswith("ExecStart="))
(units / f"{UNIT}.d").mkdir(parents=True)
# What differs from an installed unit stands in service_systemd.py.
(units / UNIT).write_text(unit.replace(start, f"ExecStart={CALMCALFD} -v"), encoding="utf-8")
(units / f"{UNIT}.d/test.conf").write_text("[Service]\nPrivateTmp=no\nEnvironment=ASAN_OPTIONS=detect_leaks=0\n",
                                           encoding="utf-8")
systemctl("daemon-reload")
write_schedule(("walk", 'before_bed = "3605s"'), ("water", 'before_bed = "30m"'), bedtime=in_seconds(3600))
systemctl("start", UNIT)
service = systemctl("show", "-P", "MainPID", UNIT)
status = pathlib.Path(f"/proc/{service}/status").read_text(encoding="utf-8")
check("NoNewPrivs:\t1" in status and "Seccomp:\t2" in status, "the hardening is not in force")

desk = panel()
desk.expect("due")
desk.choose_first("menu")
check(wait_for(lambda: history().get("walk", {}).get("source") == "tray", 10), f"the history says {history()}")
check(history()["walk"]["state"] == "done", f"the history says {history()}")
desk.expect("waiting")
desk.restart()
desk.expect("waiting")
run("desk-tray", "click", "Quit Calmcalf")
check(wait_for(lambda: systemctl("show", "-P", "ActiveState", UNIT) == "inactive", 20), "the unit goes on")
check(systemctl("show", "-P", "Result", UNIT) == "success", "quitting is no good end for systemd")
