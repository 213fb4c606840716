# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The service inside the machine."""
import json

from machine import check

# 20 ms apart, and a little more: half a minute of the machine's.
TRIES = 1000


def schedule_of(steps, reminders="repeat_at_most = 0", more=""):
    """Each step is (id, what the schedule says of it)."""
    text = f"{more}\n[bedtime]\ntime = 23:30:00\n[reminders]\n{reminders}\n"
    for name, rest in steps:
        text += f'[[step]]\nid = "{name}"\ntitle = "{name.capitalize()}"\ntext = "Time for it."\n{rest}\n'
    return text


class Service:
    """calmcalfd with a home folder of its own, which outlives it."""

    def __init__(self, machine, home):
        self.machine = machine
        self.home = home
        self.log = f"/run/log-{home.replace('/', '-')}"
        self.process = None

    def set_schedule(self, text):
        self.machine.write(f"{self.home}/.config/calmcalf/routine.toml", text)

    def start(self):
        """Until it is ready; returns when, on the clock that nobody sets."""
        process, _ = self.machine.run(f"mkdir -p {self.home}; HOME={self.home} calmcalfd -v >{self.log} 2>&1 & echo $!")
        self.process = int(process)
        return self.wait_for_line("Ready.")

    def wait_for_line(self, text):
        """In its log; returns when it was seen."""
        return self.wait_until(f"grep -q '{text}' {self.log}", f"the line {text}")

    def stop(self):
        """Its popups are withdrawn and it is gone."""
        self.machine.run(f"kill {self.process}")
        self.wait_until(f"! kill -0 {self.process} 2>/dev/null", "the end of the service")

    def wait_until(self, command, what):
        """Until the command succeeds; returns when it did."""
        tries = f"for try in $(seq {TRIES}); do {command} && exit 0; usleep 20000; done; exit 1"
        event = self.machine.try_to_run(tries)
        check(event["status"] == 0, f"{what} did not come")
        return event["since_boot"]

    def history(self):
        """What `calmcalf history` says: the state of each (step, night)."""
        output, _ = self.machine.run(f"HOME={self.home} calmcalf history --json")
        return {(line["step"], line["night"]): line["state"] for line in json.loads(output)}
