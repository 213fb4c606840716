# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""Kind systemd's mount, pid and cgroup namespaces: cgroup2 alone at /sys/fs/cgroup, and a /run/systemd/system, without
which systemd --user refuses to run on a machine that it thinks was not booted with systemd; with what it mounts over
places that a unit may not see, which the first process makes at boot."""
import os
import signal
import subprocess
import sys
import time

from desk_ending import end_with_us, running_children
from desk_session import CannotRun, Failed, write

# What stands in for a file, a folder and so on; a character device needs a privilege that containers lack, a socket
# stands in for it there.
INACCESSIBLE = """
(mkdir /run/systemd/inaccessible && cd /run/systemd/inaccessible && : >reg && mkdir dir && mkfifo fifo &&
python3 -c "import socket; socket.socket(socket.AF_UNIX).bind(\\"sock\\")" && chmod -R 0 . &&
{ mknod -m 0 chr c 0 0; mknod -m 0 blk b 0 0; } 2>/dev/null)"""

# $1 is the cgroup; the rest is what to run.
SCRIPT = f"""
echo $$ >"$1/cgroup.procs" && shift &&
exec unshare --mount --cgroup --pid --fork --kill-child --mount-proc sh -c '
  umount -R /sys/fs/cgroup 2>/dev/null
  mount -t cgroup2 none /sys/fs/cgroup && mkdir -p /run/systemd &&
  mount -t tmpfs -o mode=755 none /run/systemd && mkdir /run/systemd/system && {INACCESSIBLE}
  exec "$@"' sh "$@"
"""


def own_cgroup():
    """A cgroup2 directory in which we may make children."""
    with open("/proc/self/mountinfo", encoding="utf-8") as f:
        mounts = [line.split(" - ") for line in f]
    for left, right in mounts:
        if right.startswith("cgroup2 "):
            with open("/proc/self/cgroup", encoding="utf-8") as f:
                mine = next((line.split("::", 1)[1].strip() for line in f if line.startswith("0::")), "/")
            return left.split()[4] + mine.rstrip("/")
    raise CannotRun("there is no cgroup2 mount")


def remove_cgroup(cgroup):
    try:
        write(f"{cgroup}/cgroup.kill", "1")
    except OSError:
        pass
    for _ in range(50):
        try:
            for folder, _, _ in os.walk(cgroup, topdown=False):
                os.rmdir(folder)
            return
        except OSError:
            time.sleep(0.1)


def wait_for(process):
    """The exit status. The desk inside does the tidying: a signal that comes is handed to it, and it may finish."""
    try:
        return process.wait()
    except SystemExit as e:
        for pid in running_children().get(process.pid, []):
            os.kill(pid, signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        return e.code


def run_in_namespaces(argv):
    """Run desk's own command line again, inside."""
    if os.getuid() != 0:
        raise CannotRun("it needs root, for mount and cgroup namespaces")
    cgroup = f"{own_cgroup()}/desk-{os.getpid()}"
    try:
        os.mkdir(cgroup)
    except OSError as e:
        raise Failed(f"cannot make a cgroup: {e}") from e
    try:
        process = subprocess.Popen(["sh", "-c", SCRIPT, "sh", cgroup, sys.executable, *argv],
                                   env={**os.environ, "DESK_INSIDE": "1"},
                                   preexec_fn=lambda: end_with_us(signal.SIGKILL))  # unshare ignores SIGTERM
        code = wait_for(process)
    finally:
        remove_cgroup(cgroup)
    return code if code >= 0 else 128 - code
