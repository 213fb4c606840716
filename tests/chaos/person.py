# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""Whoever sits before the screen: presses buttons, answers over the bus and by the command, closes popups or lets them
be, all by chance; and keeps books on what was asked for and what was confirmed."""
import collections
import dataclasses
import random

from desk_inside import GLib

BUTTONS = {"done": 5, "snooze": 3, "skip": 2, "each": 2, "default": 1}
ANSWERS = {"done": "Done", "skip": "Skip", "snooze": "Snooze"}
ENTRIES = {"done": "done", "skip": "skipped", "snooze": "snoozed", "undo": "undone"}
REFUSED = 4  # the command's exit status


@dataclasses.dataclass(eq=False)
class Ask:
    """An answer that somebody gave. It is confirmed when the bus replies, when the command ends with 0, and when the
    service tells of it on the bus; refused, or neither: then it may have been recorded or not."""
    how: str
    step: str
    by: str  # notification, bus, command
    asked: float  # in healthy seconds
    outcome: str = "unknown"
    settled: float | None = None


class Person:
    """Answers for that night, or, without one, for the evening at hand."""

    def __init__(self, stage, seed, night):
        self.stage, self.seed, self.night = stage, seed, night
        self.met = {}
        self.asks = []
        self.pressed = 0
        self.rests = False
        self.told = collections.Counter()  # (step, event) of answers that the service told of
        self.new = {}  # by occurrence: the popups that were there when the service told of it as new
        self.before_press = []  # what happens to what is pressed next: faults put it here
        self.before_ask = []

    # ---- what the screen tells

    def shown(self, popup):
        for step in popup.steps:
            self.met[step] = self.met.get(step, 0) + 1
        if not popup.steps or self.rests:
            return
        chance = random.Random(f"{self.seed} {popup.steps} {[self.met[step] for step in popup.steps]}")
        after = chance.choice((0.0, 0.05)) + chance.expovariate(2.5)
        what = chance.choices((self.press, self.answer, self.close, lambda *_: None), (60, 22, 8, 10))[0]
        self.stage.later(after, what, popup, chance)

    def withdrawn(self, popup):
        pass

    # ---- what is done

    def is_open(self, popup):
        is_there = self.stage.screen.open.get(popup.id) is popup and not self.stage.screen.hangs
        return is_there and not self.rests

    def press(self, popup, chance):
        buttons = [button for button in popup.actions if button in BUTTONS]
        if not self.is_open(popup) or not buttons:
            return
        button = chance.choices(buttons, [BUTTONS[button] for button in buttons])[0]
        self.stage.tell(f"presses {button} on {popup.title}")
        if button in ANSWERS:
            self.asks += [Ask(button, step, "notification", self.stage.healthy) for step in popup.steps]
        self.pressed += 1
        self.stage.screen.press(popup, button, stays=chance.random() < 0.3)
        while self.before_press:
            self.before_press.pop()()

    def close(self, popup, _chance):
        if self.is_open(popup):
            self.stage.tell(f"closes {popup.title}")
            self.stage.screen.dismiss(popup)

    def answer(self, popup, chance):
        if self.rests:
            return
        how = chance.choices(("done", "skip", "snooze"), (5, 2, 3))[0]
        by = chance.choices((self.ask_bus, self.ask_command), (4, 1))[0]
        for step in popup.steps:
            by(how, step)
        if chance.random() < 0.2:
            self.stage.later(chance.uniform(0.05, 1.0), self.ask_bus, "undo", popup.steps[0])

    def ask_bus(self, how, step):
        if self.rests:
            return
        ask = self.note(how, step, "bus")
        options = {"night": GLib.Variant("s", self.night)} if self.night else {}
        if how == "undo":
            options["step"] = GLib.Variant("s", step)
            self.stage.ask("Undo", GLib.Variant("(a{sv})", (options,)), lambda error: self.settle(ask, error))
        else:
            steps = ("(sa{sv})", (step, options)) if how == "snooze" else ("(asa{sv})", ([step], options))
            self.stage.ask(ANSWERS[how], GLib.Variant(*steps), lambda error: self.settle(ask, error))
        while self.before_ask:
            self.before_ask.pop()()

    def ask_command(self, how, step):
        ask = self.note(how, step, "command")

        def take(status):
            self.settle(ask, {0: None, REFUSED: "io.github.calmcalf.refused"}.get(status, "none"))
        night = ["--night", self.night] if self.night else []
        self.stage.command(how, step, *night, then=take)

    def note(self, how, step, by):
        self.stage.tell(f"asks for {how} {step} ({by})")
        ask = Ask(how, step, by, self.stage.healthy)
        self.asks.append(ask)
        return ask

    def settle(self, ask, error):
        if error is None:
            ask.outcome = "confirmed"
        elif error.startswith("io.github.calmcalf."):
            ask.outcome = "refused"
        ask.settled = self.stage.healthy
        self.stage.tell(f"{ask.how} {ask.step} ({ask.by}): {ask.outcome}" + (f", {error}" if error else ""))

    # ---- what the service tells

    def happened(self, event, details):
        what = " ".join(str(details[key]) for key in ("step", "steps", "number", "until", "source") if key in details)
        self.stage.tell(f"told: {event} {what}")
        step, source = details.get("step"), details.get("source")
        if event in ("shown", "repeated"):
            self.note_popups(event, details)
        if event in ENTRIES.values() and source not in (None, "service"):
            self.told[step, event] += 1
        if source != "notification":
            return
        for ask in self.asks:
            is_meant = ask.by == "notification" and ask.step == step and ENTRIES[ask.how] == event
            if is_meant and ask.outcome == "unknown" and self.night in (None, details.get("night")):
                ask.outcome, ask.settled = "confirmed", self.stage.healthy
                return

    def note_popups(self, event, details):
        step = details["step"]
        popups = [popup for popup in self.stage.screen.open.values() if step in popup.steps]
        for popup in popups:
            popup.is_told = True
        if event == "shown":
            occurrence = details["night"], step, details["number"]
            if any(popup.is_known for popup in self.new.get(occurrence, [])):
                self.stage.violate(f"{step} was shown as new though it had been shown before")
            self.new[occurrence] = popups
