#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""What the service cannot work with gets one clear line, a status that is not zero where it cannot go on, and loses
nothing."""
import os
import pathlib
import sqlite3
import subprocess

from desk_inside import wait_for
from notifier_driving import check
from service_driving import CALMCALFD, HISTORY, SCHEDULE, serve, write_schedule, write_text


def refuses(*words, text, status=1, env=None):
    done = subprocess.run([CALMCALFD, *words], capture_output=True, text=True, timeout=20, check=False,
                          env={**os.environ, **(env or {})})
    lines = done.stderr.strip().splitlines()
    check(done.returncode == status, f"{words} ended with {done.returncode}: {done.stderr}")
    check(any(text in line for line in lines), f"{words} should say {text!r}: {done.stderr}")
    check(len(lines) <= 2, f"{words} says too much: {done.stderr}")


def goes_on(*texts):
    """The service runs and says each of these."""
    service = serve()
    for text in texts:
        service.expect(text)
    service.expect("Ready.")
    check(service.end() == 0, f"it ended badly: {service.said}")
    return service.said


refuses("--nonsense", text="--nonsense", status=2)
refuses("--schedule", text="--schedule needs a value", status=2)
refuses("more", text="one word too many", status=2)

write_schedule(("water", "at = 20:30:00"))
refuses(text="session bus", env={"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"})

# A schedule that cannot be used: the service waits for a better one.
SCHEDULE.unlink()
write_text("")
goes_on("the file is empty")
write_text("[bedtime\n")
goes_on("routine.toml:1:")
SCHEDULE.write_bytes(b"\xff\xfe")
goes_on("UTF-8")
with SCHEDULE.open("wb") as big:
    big.truncate(100_000_000)
goes_on("routine.toml")
write_text('[bedtime]\ntime = 25:00:00\n[[step]]\nuse = "watr"\n')
goes_on("routine.toml:2:")
missing = serve("--schedule", "/nowhere/routine.toml")
missing.expect("/nowhere/routine.toml")
check(missing.end() == 0, "it ended badly")

# A history that cannot be used.
write_schedule(("water", "at = 20:30:00"))
HISTORY.unlink(missing_ok=True)
first = serve()
check(wait_for(HISTORY.exists, 10), "no history was made")
refuses(text=str(first.process.pid))
check(first.end() == 0, "the first service ended badly")

before = HISTORY.read_bytes()
HISTORY.write_bytes(b"This is no database. " * 500)
said = goes_on("damaged")
aside = list(HISTORY.parent.glob("history.db.*corrupt*"))
check(len(aside) == 1 and aside[0].read_bytes().startswith(b"This is no database."), f"set aside: {aside}, {said}")
HISTORY.write_bytes(before)
for extra in ("-wal", "-shm"):
    pathlib.Path(str(HISTORY) + extra).unlink(missing_ok=True)
with sqlite3.connect(HISTORY) as newer:
    (version,) = newer.execute("PRAGMA user_version").fetchone()
    newer.execute("PRAGMA user_version = 999")
newer.close()
newer_bytes = HISTORY.read_bytes()
refuses(text="newer")
check(HISTORY.read_bytes() == newer_bytes, "a newer history was touched")
with sqlite3.connect(HISTORY) as same:
    same.execute(f"PRAGMA user_version = {version}")
same.close()

folder_is_file = pathlib.Path(os.environ["DESK_DIR"], "a-file")
folder_is_file.write_text("x")
refuses("--history", str(folder_is_file / "history.db"), text=str(folder_is_file))
