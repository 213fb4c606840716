#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""An older Calmcalf's history is brought to today's format when the service first runs: that is said once, with where
the backup is, and all that it holds is still there."""
import json
import pathlib
import shutil
import subprocess

from notifier_driving import check
from service_driving import CALMCALF, HISTORY, calmcalf, serve, write_schedule

FIRST_FORMAT = pathlib.Path(__file__).resolve().parents[1] / "adapters/sqlite/history-1.db"
BACKUP = HISTORY.with_name("history.db.backup.1")
BROUGHT = "The history was brought from format 1 to 2."

HISTORY.parent.mkdir(parents=True, mode=0o700)
shutil.copy(FIRST_FORMAT, HISTORY)
write_schedule(("water", "at = 20:30:00"))

reader = subprocess.run([CALMCALF, "history", "--history", str(HISTORY)], capture_output=True, text=True, check=False)
check(reader.returncode != 0 and "start the service once" in reader.stderr, f"it is read as it is: {reader}")

service = serve()
service.expect("Ready.")
told = [line for line in service.said if BROUGHT in line]
check(len(told) == 1 and str(BACKUP) in told[0], f"the log should say where the backup is: {service.said}")
check(BACKUP.stat().st_mode & 0o777 == 0o600, f"others can read the backup: {BACKUP.stat()}")
check(service.end() == 0, f"it ended badly: {service.said}")
nights = json.loads(calmcalf("history", "--json", "--history", str(HISTORY), "--from", "2026-11-20", "--until",
                             "2026-11-21"))
states = {(line["night"], line["step"]): line["state"] for line in nights}
check(states == {("2026-11-20", "water"): "done", ("2026-11-20", "calf-stretch"): "missed",
                 ("2026-11-20", "walk"): "unseen", ("2026-11-21", "calf-stretch"): "paused"},
      f"the history says {states}")

service = serve()
service.expect("Ready.")
check(not any(BROUGHT in line for line in service.said), f"it is said again: {service.said}")
check(service.end() == 0, f"it ended badly: {service.said}")
