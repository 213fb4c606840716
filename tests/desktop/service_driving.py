# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""For the tests of the whole program: a rehearsal, the service, and the command. The test's arguments are the paths of
calmcalf and calmcalfd."""
import datetime
import json
import pathlib
import subprocess
import sys

from desk_inside import DIR
from notifier_driving import check
from running_program import Running

CALMCALF, CALMCALFD = sys.argv[1:3]
HISTORY = pathlib.Path(DIR, "home/.local/share/calmcalf/history.db")
SCHEDULE = pathlib.Path(DIR, "home/.config/calmcalf/routine.toml")


def write_schedule(*steps, bedtime="22:30:00", more=""):
    """Each step is (id, what the schedule says of it)."""
    text = f"[bedtime]\ntime = {bedtime}\n{more}\n"
    for name, rest in steps:
        text += f'\n[[step]]\nid = "{name}"\ntitle = "{name.capitalize()}"\ntext = "Time for {name}."\n{rest}\n'
    write_text(text)


def write_text(text):
    SCHEDULE.parent.mkdir(parents=True, exist_ok=True)
    SCHEDULE.write_text(text, encoding="utf-8")


def in_seconds(seconds):
    """A time of the clock so many seconds from now, as the schedule writes it."""
    return (datetime.datetime.now() + datetime.timedelta(seconds=seconds)).strftime("%H:%M:%S")


def calmcalf(*words, status=0):
    done = subprocess.run([CALMCALF, *words], capture_output=True, text=True, timeout=60, check=False)
    check(done.returncode == status, f"calmcalf {' '.join(words)} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def history():
    """What `calmcalf history` says, by step."""
    return {line["step"]: line for line in json.loads(calmcalf("history", "--history", str(HISTORY), "--json"))}


def rehearse(*words):
    return Running(CALMCALF, "rehearse", "--history", str(HISTORY), *words)


def serve(*words):
    return Running(CALMCALFD, "-v", *words)
