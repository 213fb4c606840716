# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""One evening of one scenario: a new home, a schedule, a time on the clock, and the service."""
import datetime
import itertools
import zoneinfo

from machine import SECOND, Fault, check
from service import Service, schedule_of

# What a machine of some hundred million instructions a second needs for a popup, several times over; and the most that
# CONTRACT.md leaves a reminder that is not told of as late.
AT_ONCE = SECOND

homes = (f"/run/home-{number}" for number in itertools.count(1))


BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")


def berlin(text):
    """Seconds since 1970."""
    return int(datetime.datetime.fromisoformat(text).replace(tzinfo=BERLIN).timestamp())


def in_ms(nanoseconds):
    return f"{nanoseconds / 1_000_000:.0f} ms"


class Evening:
    """Used with `with`: afterwards the service is gone, and if something went wrong, its log is told."""

    def __init__(self, machine, began, *steps, more=""):
        self.machine = machine
        self.service = Service(machine, next(homes))
        self.set_clock(began)
        self.service.set_schedule(schedule_of(steps, more=more))
        self.first = len(machine.popups)
        self.seen = 0

    def __enter__(self):
        try:
            self.service.start()
        except Fault as fault:
            self.tell_log(fault)
            raise
        return self

    def __exit__(self, kind, fault, trace):
        if fault is not None:
            self.tell_log(fault)
        self.service.stop()

    def tell_log(self, fault):
        fault.add_note("The service's log:\n" + self.machine.try_to_run(f"cat {self.service.log}")["output"])

    def set_clock(self, text):
        """To a time of Berlin's, whatever zone is in force."""
        return self.machine.set_clock(berlin(text))

    def popups(self):
        return self.machine.popups[self.first:]

    def shown(self, title):
        """The next popup, which has to have this title."""
        self.machine.wait_for(lambda: len(self.popups()) > self.seen, title)
        popup = self.popups()[self.seen]
        check(popup.summary == title, f"the next popup is {popup}, not {title}")
        self.seen += 1
        return popup

    def no_more(self):
        """Of everything that was shown, shown() told."""
        check(len(self.popups()) == self.seen, f"shown as well: {self.popups()[self.seen:]}")

    def soon(self, since_boot, after, what):
        """How long after; the most is AT_ONCE."""
        took = max(0, since_boot - after)
        check(took <= AT_ONCE, f"{what} came {in_ms(took)} later")
        return in_ms(took)

    def on_time(self, popup, text):
        """How late a popup came by the clock on the wall."""
        late = popup.wall - berlin(text) * SECOND
        check(0 <= late <= AT_ONCE, f"{popup.summary} was shown {in_ms(late)} after {text}")
        return in_ms(late)

    def logged_soon(self, text, after):
        """How long after a line with the text is in its log."""
        return self.soon(self.service.wait_for_line(text), after, f"the line {text}")

    def logged(self, text):
        """Until a line with the text is in its log. That a popup is shown it knows only once it has the server's
        answer."""
        self.service.wait_for_line(text)

    def press(self, popup, action):
        """Until the service has withdrawn it, which it does once the answer is on disk."""
        self.machine.press(popup, action)
        self.machine.wait_for(lambda: popup.id in self.machine.closed, f"the end of {popup.summary}")

    def expect_history(self, expected):
        """The state of each step, or of each (step, night)."""
        states = self.service.history()
        if not any(isinstance(key, tuple) for key in expected):
            states = {step: state for (step, _), state in states.items()}
        check(states == expected, f"the history says {states}, not {expected}")
