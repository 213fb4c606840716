#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""What is made of what logind says: which session is the person's, whether its screen is locked, and when the machine
woke. The argument is session_probe, which prints a line for each."""
import os
import signal
import sys
import time

from desk_inside import GLib
from logind_driving import SESSION, Logind, session_path, user_path
from notifier_driving import check
from running_program import Running

NO_SESSION_NAMED = {"XDG_SESSION_ID": ""}

logind = Logind()


class Probe(Running):
    """Patient, because a busy machine's mocked logind takes its time."""

    def __init__(self, env=None, patience=("60000",)):
        super().__init__(sys.argv[1], *patience, env=env)

    def next_line(self):
        """The next one but those for debugging."""
        self.expect("")
        return self.next_line() if self.said[-1].startswith("debug:") else self.said[-1]

    def expect_next(self, *lines):
        for line in lines:
            came = self.next_line()
            check(came == line, f"{line!r} was to come, not {came!r}; there were {self.said}")

    def expect_only(self, *lines):
        """These and nothing else: what comes before a wake has been heard by then."""
        self.expect_next(*lines)
        logind.prepare_for_sleep(False)
        self.expect_next("woke")

    def leave(self):
        check(self.end() == 0, "the probe ended badly")


# ---- the hint, and the requests to lock and unlock

probe = Probe()
probe.expect_only("unlocked")
logind.hint(True)
probe.expect_only("locked")
logind.set(session_path("c1"), SESSION, IdleHint=GLib.Variant("b", True))
logind.hint(False)
probe.expect_only("unlocked")
logind.hint_quietly(True)
logind.invalidate_hint()
probe.expect_only("locked")
logind.unlock()
logind.hint(False)
probe.expect_only("unlocked")
logind.lock()
logind.hint(True)
logind.lock()
probe.expect_only("locked")
logind.hint(False)
probe.expect_only("unlocked")
logind.lock()
probe.expect_only("locked")
logind.unlock()
probe.expect_only("unlocked")

# ---- sleep

logind.prepare_for_sleep(True)
probe.expect_only()
logind.lock()
logind.prepare_for_sleep(False)
probe.expect_only("locked", "woke")
logind.hint_quietly(True)
logind.prepare_for_sleep(False)
probe.expect_only("woke")
logind.hint_quietly(False)
logind.prepare_for_sleep(False)
probe.expect_only("woke", "unlocked")
logind.hint_quietly(True)
logind.prepare_for_sleep(False)
probe.expect_only("woke", "locked")
probe.leave()

# ---- the first answer

probe = Probe()
probe.expect_only("locked")
probe.leave()

logind.stop()
began = time.monotonic()
probe = Probe(patience=())
check("logind has not said in time" in probe.next_line(), f"nothing is said of a logind that hangs: {probe.said}")
unlocked = probe.expect("unlocked")
check(1 < unlocked - began < 10, f"a logind that hangs was waited for for {unlocked - began:.2f} s")
logind.go_on()
probe.expect_only("locked")
probe.leave()

for address in ("unix:path=/nowhere/bus", f"unix:path={os.environ['DESK_DIR']}/env"):
    probe = Probe({"DBUS_SYSTEM_BUS_ADDRESS": address})
    probe.expect("unlocked")
    check(len(probe.said) == 2 and "no system bus" in probe.said[0], f"without a bus: {probe.said}")
    probe.leave()

# ---- which session

logind.hint(False)
logind.add_session("c2", Type=GLib.Variant("s", "wayland"), LockedHint=GLib.Variant("b", True))
probe = Probe()
probe.expect_only("unlocked")   # c1, which XDG_SESSION_ID names
probe.leave()

logind.set_display("c2")
probe = Probe(NO_SESSION_NAMED)
probe.expect_only("locked")     # c2, which logind holds to be for display
logind.set_display("c1")
probe.expect_only()
logind.announce("SessionNew", "c1")
probe.expect_only("unlocked")
logind.hint(True, "c2")
probe.expect_only()
probe.leave()

logind.set_display("c2")
probe = Probe({"XDG_SESSION_ID": "c99"})
probe.expect_only("locked")     # c2: there is no c99
probe.leave()

logind.set(session_path("c1"), SESSION, State=GLib.Variant("s", "closing"))
probe = Probe()
probe.expect_only("locked")     # c2: c1 is one that has been left
probe.leave()
logind.set(session_path("c1"), SESSION, State=GLib.Variant("s", "active"),
           User=GLib.Variant("(uo)", (os.getuid() + 1, f"{user_path()}1")))
probe = Probe()
probe.expect_only("locked")     # c2: c1 is somebody else's
probe.leave()
logind.set(session_path("c1"), SESSION, User=GLib.Variant("(uo)", (os.getuid(), user_path())),
           Seat=GLib.Variant("(so)", ("", "/")), Type=GLib.Variant("s", "unspecified"))
probe = Probe()
probe.expect_only("locked")     # c2: c1 has no screen
probe.leave()

logind.set_display("")
logind.set(session_path("c2"), SESSION, Seat=GLib.Variant("(so)", ("", "/")))
probe = Probe(NO_SESSION_NAMED)
probe.expect_only("locked")     # c2, the graphical one
logind.set(session_path("c2"), SESSION, Type=GLib.Variant("s", "tty"))
logind.announce("SessionNew", "c2")
probe.expect_only("unlocked")   # neither is on a screen
logind.set(session_path("c2"), SESSION, Seat=GLib.Variant("(so)", ("seat0", "/org/freedesktop/login1/seat/seat0")))
logind.announce("SessionNew", "c2")
probe.expect_only("locked")     # c2, the one on a seat

# ---- sessions that come and go

logind.remove_session("c1")
probe.expect_only()
logind.remove_session("c2")
probe.expect_only("unlocked")
logind.add_session("c3", LockedHint=GLib.Variant("b", True))
probe.expect_only("locked")
logind.remove_session("c3")
probe.expect_only("unlocked")
logind.add_session("c4", LockedHint=GLib.Variant("b", True))
probe.expect_next("locked")
logind.hint(False, "c4")
probe.expect_next("unlocked")
logind.lock("c4")
probe.expect_next("locked")

# ---- a logind that goes and comes back

logind.kill()
logind.start_again()
probe.expect_next("unlocked")   # nobody is logged in
logind.add_session("c5", LockedHint=GLib.Variant("b", True))
probe.expect_next("locked")
logind.kill()
logind.hold_name()              # a logind that answers with nothing but errors
check("names no session" in probe.next_line(), f"the lock was forgotten with logind: {probe.said}")
logind.release_name()
logind.start_again()
probe.expect_only("unlocked")
probe.leave()

logind.kill()
probe = Probe(NO_SESSION_NAMED)
probe.expect_next("unlocked")   # nothing to warn of
logind.start_again()
logind.add_session("c6", LockedHint=GLib.Variant("b", True))
probe.expect_next("locked")

# ---- a bus that goes

os.kill(logind.bus_pid(), signal.SIGKILL)
check("connection to the system bus is lost" in probe.next_line(), f"the lock was forgotten with the bus: {probe.said}")
probe.leave()
check(probe.lines.empty(), "something was told that nobody can know")
