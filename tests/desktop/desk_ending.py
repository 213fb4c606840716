# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""Leaving nothing behind: every process below desk ends with it, orphans included."""
import ctypes
import os
import signal
import time

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36


def end_with_us(sig=signal.SIGTERM):
    """Run in a new child: a signal to it should desk itself be killed."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, sig)


def adopt_orphans():
    """What a descendant leaves behind becomes our child, so that it can be found and ended."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def running_children():
    """By pid, the pids of the children that still run."""
    children = {}
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            with open(f"/proc/{entry}/stat", encoding="utf-8", errors="replace") as f:
                state, parent = f.read().rsplit(")", 1)[1].split()[:2]
        except (OSError, IndexError):
            continue
        if state != "Z":
            children.setdefault(int(parent), []).append(int(entry))
    return children


def descendants():
    """The pids of everything below us that still runs."""
    children = running_children()
    out, todo = [], [os.getpid()]
    while todo:
        for child in children.get(todo.pop(), []):
            out.append(child)
            todo.append(child)
    return out


def reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def end_group(pids, sig, secs):
    for pid in pids:
        try:
            os.kill(pid, sig)
        except ProcessLookupError:
            pass
    until = time.monotonic() + secs
    while time.monotonic() < until and set(pids) & set(descendants()):
        reap()
        time.sleep(0.02)


def end_descendants(last):
    """Clients first; then the buses and displays whose pids are in `last`; then, by force, whatever is left."""
    for sig in (signal.SIGTERM, signal.SIGKILL):
        end_group([pid for pid in descendants() if pid not in last], sig, 1.5)
        end_group(list(last), sig, 1.5)
        reap()
        if not descendants():
            return
