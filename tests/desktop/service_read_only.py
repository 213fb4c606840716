#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The history's disk can only be read from one moment to the next, while the service runs, and then be written again.
No disk lets itself be remounted so while a file on it is open for writing; they do it by themselves when they have
faults, or over a network. So strace has each call that writes to the history answered as such a disk answers it."""
import shutil
import signal
import subprocess

from desk_inside import wait_for
from notifier_driving import check, is_open
from service_driving import HISTORY, history, in_seconds, serve, write_schedule
from small_disk import leave_out, press_done, press_done_in_vain, recorded

CALLS = "write,pwrite64,ftruncate,fsync,fdatasync"


class ReadOnly:
    """As long as it lasts."""

    def __init__(self, process):
        files = [word for ending in ("", "-wal") for word in ("-P", f"{HISTORY}{ending}")]
        self.strace = subprocess.Popen(["strace", "-f", "-p", str(process), *files, "-o", "/dev/null", "-e",
                                        f"trace={CALLS}", "-e", f"inject={CALLS}:error=EROFS"],
                                       text=True, stderr=subprocess.PIPE)
        line = self.strace.stderr.readline()
        if "attached" not in line:
            leave_out(f"processes cannot be traced here: {line.strip()}")

    def end(self):
        self.strace.send_signal(signal.SIGINT)
        self.strace.wait(20)


if not shutil.which("strace"):
    leave_out("strace is not installed")

write_schedule(("water", f"at = {in_seconds(6)}"), ("pill", f'at = {in_seconds(6)}\nexpires_after = "4s"'))
service = serve()
service.expect("Ready.")
disk = ReadOnly(service.process.pid)
service.expect("shown pill", 25)
check(wait_for(lambda: is_open("Water") and is_open("Pill"), 10), "no popups while the disk can only be read")
press_done_in_vain("Water", "cannot be written; make it and its folder writable for you")
service.expect("missed pill", 25)
check(recorded() == [], f"the disk took {recorded()}")
disk.end()
press_done("Water")
service.expect("done water")
check({("water", "shown", "first"), ("pill", "shown", "first"), ("pill", "ended", "missed")} <= set(recorded()),
      f"what was not saved at first is lost: {recorded()}")
check(service.end() == 0, f"it ended badly: {service.said}")
states = {step: line["state"] for step, line in history().items()}
check(states == {"water": "done", "pill": "missed"}, f"the history says {states}")
