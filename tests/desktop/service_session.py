#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The service and the person's session: popups wait while the screen is locked and come when it is not, a wake is
noticed, and neither a hung logind nor none at all keeps popups away. Of two steps that are due at once the second shows
on a locked screen too: when it is there, the first would be."""
import signal

from desk_inside import GLib, run, wait_for
from logind_driving import Logind
from notifier_driving import check, is_open, sent
from running_program import Running
from service_driving import CALMCALFD, HISTORY, in_seconds, write_schedule

NO_BUS = {"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere/bus"}
NO_SESSION_NAMED = {"XDG_SESSION_ID": ""}

logind = Logind()


def make_due(name, secs=3):
    write_schedule((name, f"at = {in_seconds(secs)}"),
                   (f"{name}-anyhow", f'at = {in_seconds(secs)}\nwhen_locked = "show"'))


def begin(env=None):
    HISTORY.unlink(missing_ok=True)
    return Running(CALMCALFD, "-v", env=env)


def held_until_unlocked(service, name, unlock):
    """The two steps fall due while the screen is locked."""
    service.expect(f"shown {name}-anyhow")
    check(wait_for(lambda: sent(f"{name}-anyhow".capitalize()), 5), "a step that is shown anyhow was held")
    check(not any(line.endswith(f"shown {name}") for line in service.said), f"it was not held: {service.said}")
    check(not sent(name.capitalize()), "a popup came while the screen was locked")
    unlock()
    service.expect("The screen is not locked.")
    service.expect(f"shown {name}")
    check(wait_for(lambda: is_open(name.capitalize()), 5), "no popup once the screen was unlocked")


def reload(service, name):
    make_due(name)
    service.send(signal.SIGHUP)


def leave(service):
    check(service.end() == 0, f"the service ended badly: {service.said}")


# Locked when the service starts.
run("desk-system", "hint", "true")
make_due("water")
service = begin()
service.expect("The screen is locked.")
held_until_unlocked(service, "water", lambda: run("desk-system", "hint", "false"))

# Locked while it runs: by a locker that sets the hint, and by one that only follows requests.
run("desk-system", "hint", "true")
service.expect("The screen is locked.")
reload(service, "banana")
held_until_unlocked(service, "banana", lambda: run("desk-system", "hint", "false"))
run("desk-system", "lock")
service.expect("The screen is locked.")
reload(service, "magnesium")
held_until_unlocked(service, "magnesium", lambda: run("desk-system", "unlock"))

run("desk-system", "sleep")
run("desk-system", "wake")
service.expect("The machine woke.")
leave(service)

# A logind that hangs: what is due comes as soon as it has been given up.
logind.stop()
make_due("stretch", secs=1)
service = begin()
ready = service.expect("Ready.")
unlocked = service.expect("The screen is not locked.")
shown = service.expect("shown stretch")
logind.go_on()
print(f"with a logind that hangs, the screen counts as unlocked {unlocked - ready:.2f} s after the start, and what is due "
      f"is shown {(shown - unlocked) * 1000:.0f} ms later")
check(0.9 < unlocked - ready < 3 and shown - unlocked < 1, "a hung logind was waited for for too long or too short")
check(wait_for(lambda: is_open("Stretch"), 5), "no popup with a hung logind")
leave(service)

# No system bus at all: nothing to wait for.
make_due("walk", secs=1)
service = begin(NO_BUS)
ready = service.expect("Ready.")
unlocked = service.expect("The screen is not locked.")
service.expect("shown walk")
print(f"without a system bus the screen counts as unlocked {(unlocked - ready) * 1000:.0f} ms after the start")
check(unlocked - ready < 0.5, "a system bus that is not there was waited for")
check(wait_for(lambda: is_open("Walk"), 5), "no popup without a system bus")
leave(service)

# A session that appears after the service.
logind.kill()
logind.start_again()
service = begin(NO_SESSION_NAMED)
service.expect("The screen is not locked.")
logind.add_session("c1", LockedHint=GLib.Variant("b", True))
service.expect("The screen is locked.")
reload(service, "tea")
held_until_unlocked(service, "tea", lambda: logind.hint(False))
leave(service)
