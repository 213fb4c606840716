# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""What processes take, as the kernel tells it in /proc: memory, wakeups, processor time, threads."""
import os
import pathlib
import re
import time

TICKS = os.sysconf("SC_CLK_TCK")
MARK = "CALMCALF_BENCH_PROGRAM"


def read(path):
    """Its text, or nothing: processes come and go."""
    try:
        return pathlib.Path(path).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def started_by(name):
    """The pids of the program that was started with MARK=name in its environment, and of all that it started, whoever
    their parent is by now."""
    wanted = f"{MARK}={name}"
    pids = (int(entry) for entry in os.listdir("/proc") if entry.isdigit())
    return [pid for pid in pids if wanted in read(f"/proc/{pid}/environ").split("\0")]


def parents_of_all():
    """By pid, its parent's."""
    stats = ((entry, read(f"/proc/{entry}/stat")) for entry in os.listdir("/proc") if entry.isdigit())
    return {int(entry): int(stat.rsplit(")", 1)[1].split()[1]) for entry, stat in stats if stat}


def below(pid):
    """The pids of everything that runs below it."""
    parents = parents_of_all()

    def is_below(child):
        while child in parents:
            child = parents[child]
            if child == pid:
                return True
        return False
    return {child for child in parents if is_below(child)}


def name_of(pid):
    return read(f"/proc/{pid}/comm").strip()


class Memory:
    """In KiB. Proportional: a page that n processes have in common counts as an nth of it. Private: what is nobody
    else's, so what would be free again without them."""

    def __init__(self, pids):
        self.proportional = self.private = 0
        for pid in pids:
            sizes = dict(re.findall(r"^(\w+):\s+(\d+) kB", read(f"/proc/{pid}/smaps_rollup"), re.M))
            self.proportional += int(sizes.get("Pss", 0))
            self.private += sum(int(size) for what, size in sizes.items() if what.startswith("Private_"))


def threads(pids):
    return sum(len(list(pathlib.Path(f"/proc/{pid}/task").glob("[0-9]*"))) for pid in pids)


class Activity:
    """Counters of these processes, from a moment on. A wakeup is a context switch, voluntary or not, of any thread:
    whenever one is put on a processor, it has been taken off before."""

    def __init__(self, pids):
        self.began = time.monotonic()
        self.switches = self.read_switches(pids)
        self.ticks = self.read_ticks(pids)

    @staticmethod
    def read_switches(pids):
        return {(pid, task.name): sum(map(int, re.findall(r"ctxt_switches:\s+(\d+)", read(task / "status"))))
                for pid in pids for task in pathlib.Path(f"/proc/{pid}/task").glob("[0-9]*")}

    @staticmethod
    def read_ticks(pids):
        """User and system time of each process and of the children that it has waited for."""
        stats = {pid: read(f"/proc/{pid}/stat").rsplit(")", 1)[-1].split() for pid in pids}
        return {pid: sum(map(int, fields[11:15])) for pid, fields in stats.items() if fields}

    def since(self, pids):
        """Wakeups a minute, and seconds of a processor in ten minutes."""
        minutes = (time.monotonic() - self.began) / 60
        switches = sum(now - self.switches.get(task, 0) for task, now in self.read_switches(pids).items())
        ticks = sum(now - self.ticks.get(pid, 0) for pid, now in self.read_ticks(pids).items())
        return switches / minutes, ticks / TICKS / minutes * 10
