# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""For the tests of the service on a disk that does not take what is written: the history's folder as a small disk of
its own, and what the history holds. Only root can have one; the test is left out (77) for others."""
import os
import sqlite3
import subprocess
import sys

from desk_inside import run, wait_for
from notifier_driving import check, is_open, sent, the_open
from service_driving import HISTORY

FOLDER = HISTORY.parent
FILLER = FOLDER / "filler"
REFUSAL = "That was not possible"
OWN_MOUNTS = ("unshare", "--mount", "--propagation", "private")


def leave_out(why):
    print(why)
    sys.exit(77)


def enter_own_mounts():
    """Begins the test again where its mounts are its own."""
    if "CALMCALF_OWN_MOUNTS" in os.environ:
        return
    if subprocess.run([*OWN_MOUNTS, "true"], capture_output=True, check=False).returncode != 0:
        leave_out("no disk of one's own can be mounted here")
    os.environ["CALMCALF_OWN_MOUNTS"] = "1"
    os.execvp(OWN_MOUNTS[0], [*OWN_MOUNTS, sys.executable, *sys.argv])


def mount_small_disk():
    FOLDER.mkdir(parents=True, mode=0o700)
    run("mount", "-t", "tmpfs", "-o", "size=1m,mode=700", "tmpfs", str(FOLDER))


def remount(how):
    run("mount", "-o", f"remount,{how}", str(FOLDER))


def fill():
    """Until nothing more can be written, not even to pages that files have only begun."""
    with FILLER.open("wb", buffering=0) as filler:
        try:
            while True:
                filler.write(b"f" * 4096)
        except OSError:
            pass


def free():
    FILLER.unlink()


def press_done(title):
    run("desk-click", "--id", str(the_open(title)["id"]), "Done")


def press_done_in_vain(title, reason):
    """The answer is refused for that reason, and its popup is on the screen again."""
    shown_before, told_before = len(sent(title)), len(sent(REFUSAL))
    press_done(title)
    check(wait_for(lambda: len(sent(REFUSAL)) > told_before, 10), f"nobody is told that {title} cannot be saved")
    check(reason in sent(REFUSAL)[-1]["body"], f"the reason should be {reason!r}: {sent(REFUSAL)[-1]['body']}")
    check(wait_for(lambda: len(sent(title)) > shown_before and is_open(title), 10), f"no popup of {title} again")


def recorded():
    """(step, kind, how) of all that the history holds about steps, in its order."""
    connection = sqlite3.connect(f"file:{HISTORY}?mode=ro", uri=True)
    rows = connection.execute("SELECT step, kind, how FROM entries WHERE step IS NOT NULL ORDER BY seq").fetchall()
    connection.close()
    return rows
