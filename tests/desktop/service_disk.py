#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The history's disk is full, locked by another program, or can only be read: reminders go on, an answer that cannot be
saved is refused with the reason and its popup comes back, and once the disk takes it all is saved, what the service
itself had to say included."""
import datetime
import sqlite3
import subprocess

from desk_inside import wait_for
from notifier_driving import check, is_open
from service_driving import CALMCALFD, HISTORY, history, in_seconds, serve, write_schedule
from small_disk import enter_own_mounts, fill, free, mount_small_disk, press_done, press_done_in_vain, recorded, remount

# An answer waits a quarter of a second for the lock; what the service itself has to say does not wait.
MOST_LATE = 0.5


def begin(*steps):
    write_schedule(*steps)
    service = serve()
    service.expect("Ready.")
    return service


def end(service):
    check(service.end() == 0, f"it ended badly: {service.said}")


def said(service, text):
    return any(text in line for line in service.said)


def refuses_to_start(reason):
    done = subprocess.run([CALMCALFD], capture_output=True, text=True, timeout=20, check=False)
    check(done.returncode == 1, f"it ended with {done.returncode}: {done.stderr}")
    check(len(done.stderr.splitlines()) == 1 and reason in done.stderr, f"it should say {reason!r}: {done.stderr}")


def late(title, due):
    """How many seconds after it was due, a time of the clock, the popup was sent."""
    came = wait_for(lambda: is_open(title), 25)
    check(came, f"no popup of {title}")
    today = datetime.datetime.fromtimestamp(came[0]["t"]).date().isoformat()
    return came[0]["t"] - datetime.datetime.fromisoformat(f"{today}T{due}").timestamp()


enter_own_mounts()
mount_small_disk()

# The disk fills up while the service runs. What it shows and what it gives up are facts of its own, which wait.
service = begin(("water", f"at = {in_seconds(6)}"), ("pill", f'at = {in_seconds(6)}\nexpires_after = "4s"'))
fill()
service.expect("shown pill", 25)
check(wait_for(lambda: is_open("Water") and is_open("Pill"), 10), "no popups while the disk is full")
press_done_in_vain("Water", "the disk is full; free some space")
service.expect("missed pill", 25)
check(not said(service, "done water"), "an answer counts that was not saved")
check(recorded() == [], f"the full disk took {recorded()}")
free()
press_done("Water")
service.expect("done water")
check(recorded()[-1] == ("water", "ended", "done"), f"the last thing recorded is {recorded()[-1]}")
check({("water", "shown", "first"), ("pill", "shown", "first"), ("pill", "ended", "missed")} <= set(recorded()),
      f"what was not saved at first is lost: {recorded()}")
states = {step: (line["state"], line["source"]) for step, line in history().items()}
check(states == {"water": ("done", "notification"), "pill": ("missed", "service")}, f"the history says {states}")

# The disk fills up, and the service ends before anybody answers: its last chance is its end.
fill()
write_schedule(("walk", f"at = {in_seconds(4)}"))
service.expect("shown walk", 25)
free()
end(service)
check(("walk", "shown", "first") in recorded(), f"what the disk did not take is lost at the end: {recorded()}")

# It is full when the service starts.
fill()
refuses_to_start("cannot be written, the disk is full; free some space and try again")
free()

# Another program keeps the history locked: nothing hangs, and deadlines are kept.
due = in_seconds(7), in_seconds(10)
service = begin(("banana", f"at = {due[0]}"), ("stretch", f"at = {due[1]}"), ("massage", f"at = {due[1]}"))
browser = sqlite3.connect(HISTORY, isolation_level=None)
browser.execute("BEGIN IMMEDIATE")
lateness = [late("Banana", due[0])]
press_done_in_vain("Banana", "another program has locked it; close that program")
lateness += [late(title, due[1]) for title in ("Stretch", "Massage")]
check(max(lateness) < MOST_LATE, f"with the history locked, reminders came so many seconds late: {lateness}")
check(not any(step in ("banana", "stretch", "massage") for step, _, _ in recorded()), "the lock was no lock")
browser.execute("COMMIT")
browser.close()
press_done("Banana")
service.expect("done banana")
check({(step, "shown", "first") for step in ("banana", "stretch", "massage")} <= set(recorded()),
      f"what was not saved at first is lost: {recorded()}")
print("late by", ", ".join(f"{seconds:.2f} s" for seconds in lateness), "with the history locked")
end(service)

# It can only be read when the service starts: what it holds is read all the same, and nothing is lost.
before = history()
remount("ro")
refuses_to_start("cannot be written; make it and its folder writable for you")
check(history() == before, "the history reads differently from a disk that can only be read")
remount("rw")
service = begin(("foot", f"at = {in_seconds(3)}"))
service.expect("shown foot", 25)
check(wait_for(lambda: is_open("Foot"), 10), "no popup of a foot")
press_done("Foot")
service.expect("done foot")
end(service)
check(history().items() >= before.items(), "something is lost")
