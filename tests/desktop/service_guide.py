#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""A guided stretch played through: started by its button, followed on the popup, paused and gone on with, done by itself;
then one followed in a terminal, and stopped there. At last what helps in a cramp, thing by thing."""
import os
import pathlib
import pty
import signal
import subprocess

from desk_inside import KIND, open_notes, run, wait_for
from notifier_driving import check
from service_driving import CALMCALF, calmcalf, history, in_seconds, serve, write_schedule

GUIDE = 'guide = { rounds = 1, hold = "6s", rest = "6s", sides = ["left", "right"] }'


def titled(start):
    return next((note for note in open_notes().values() if note["summary"].startswith(start)), None)


def wait_titled(start, secs=20):
    note = wait_for(lambda: titled(start), secs)
    check(note, f"no popup {start!r}; there are {[note['summary'] for note in open_notes().values()]}")
    return note


def press_on_guide(button, then):
    """The guide's popup is another one every second: a press in that very moment is lost to some servers, and is made
    again."""
    for _ in range(3):
        run("desk-click", button, ok=False)
        if wait_for(lambda: titled(then), 4):
            return
    wait_titled(then, 4)


def photograph(name):
    if folder := os.environ.get("CALMCALF_PICTURES"):
        wait_for(lambda: False, 0.4)
        run("desk-shot", str(pathlib.Path(folder, f"guide-{name}-{KIND}.png")))


class Terminal:
    """A program on a terminal of its own."""

    def __init__(self, *command):
        self.master, slave = pty.openpty()
        self.program = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, start_new_session=True)
        os.close(slave)
        os.set_blocking(self.master, False)
        self.text = ""

    def read(self):
        try:
            while part := os.read(self.master, 4096):
                self.text += part.decode()
        except (BlockingIOError, OSError):
            pass
        return self.text

    def expect(self, what, secs=15):
        check(wait_for(lambda: what in self.read(), secs), f"no {what!r} on the terminal: {self.text!r}")
        self.text = self.text.split(what, 1)[1]


write_schedule(("stretch", f"at = {in_seconds(4)}\n{GUIDE}"), ("heels", f"at = 00:00:00\n{GUIDE}"), more="[reminders]")
service = serve()
service.expect("shown stretch")
run("desk-click", "Start")
service.expect("guide stretch")
note = wait_titled("Hold, left leg")
check("Stretch" in note["body"] and "hold your breath" in note["body"], f"the popup says {note['body']!r}")
check(("value" in note["hints"]) == (KIND != "xfce"), f"progress costs Xfce its buttons: {note['hints']}")
photograph("hold")
press_on_guide("Pause", "Paused")
photograph("paused")
run("desk-click", "Go on")
wait_titled("Relax, then right leg")
photograph("rest")
wait_titled("Hold, right leg")
service.expect("done stretch", 30)
wait_titled("Done", 5)
photograph("done")
end = history()["stretch"]
check((end["state"], end["source"]) == ("done", "notification"), f"the history says {end}")

terminal = Terminal(CALMCALF, "start", "heels")
terminal.expect("Enter pauses")
terminal.expect("Hold, left leg")
os.write(terminal.master, b"\n")
terminal.expect("Paused")
os.write(terminal.master, b"\n")
terminal.expect("Hold, left leg")
terminal.program.send_signal(signal.SIGINT)
terminal.expect("Stopped. The step is still to be done.")
check(terminal.program.wait(10) == 0, "the command ended badly")
check(not titled("Hold"), "the guide goes on after it was stopped")

calmcalf("cramp", "--popups")
wait_titled("Straighten")
photograph("relief")
run("desk-click", "Next")
check(wait_for(lambda: not titled("Straighten"), 10), "no next thing that helps")
run("desk-click", "Close")
check("woke" in calmcalf("diary", "--json"), "the cramp is not in the diary")
check(service.end() == 0, "the service ended badly")
