# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""What must hold, whatever went wrong in an evening, in other words than the program's own: from the file of the
history and from what was asked, confirmed and shown."""
import collections
import dataclasses
import datetime
import sqlite3

from person import ENTRIES
from screen import UNDER_WAY

FINAL = {"done", "skipped", "missed", "unseen", "paused"}


@dataclasses.dataclass
class Entry:
    at: int
    source: str
    kind: str
    occurrence: tuple  # night, step, number; None where it is about none
    how: str

    @property
    def what(self):
        """As events name it: done, snoozed, shown, ..."""
        return self.how if self.kind == "ended" else self.kind


def read_history(file):
    """Whether it is sound, and its entries."""
    connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    (sound,) = connection.execute("PRAGMA integrity_check").fetchone()
    rows = connection.execute("SELECT at, source, kind, night, step, number, how FROM entries ORDER BY seq").fetchall()
    connection.close()
    epoch = datetime.date(1970, 1, 1)

    def entry(at, source, kind, night, step, number, how):
        date = (epoch + datetime.timedelta(days=night)).isoformat()
        return Entry(at, source, kind, (date, step, number) if step else None, how)
    return sound, [entry(*row) for row in rows]


def look_at_screen(stage, night):
    """Now that all is well and nothing is under way: what is due is on the screen, once, and nothing else is."""
    due = {step["step"] for step in stage.property("Steps") if step["state"] == "due" and step["night"] == night}
    shown = stage.screen.steps_shown()
    for step, count in shown.items():
        if count > 1:
            stage.violate(f"{step} is on the screen {count} times")
        if step not in due:
            stage.violate(f"{step} is on the screen though it is not due")
    _, entries = read_history(stage.history)
    for step in due - shown.keys():
        kinds = [entry.kind for entry in entries if entry.occurrence and entry.occurrence[:2] == (night, step)]
        if not kinds or kinds[-1] != "dismissed":
            stage.violate(f"{step} is due, was not closed, and is not on the screen")


class Books:
    """Of each occurrence, what the history says of it; `wrong` is what cannot be. All nights up to `until` are over.
    `left`: steps that were taken out of the schedule, and may have been left as they were."""

    def __init__(self, entries, until, left=()):
        self.entries, self.until, self.left = entries, until, left
        self.wrong = []
        self.states = {}
        self.by_occurrence = collections.defaultdict(list)
        for entry in entries:
            if entry.occurrence:
                self.by_occurrence[entry.occurrence].append(entry)
        for occurrence, its in self.by_occurrence.items():
            self.follow(occurrence, its)

    def check(self, holds, what):
        if not holds:
            self.wrong.append(what)

    def follow(self, occurrence, entries):
        """No impossible sequence, and it has ended, once."""
        name = f"{occurrence[1]} of {occurrence[0]} number {occurrence[2]}"
        turns, shown, firsts = [], 0, 0
        for entry in entries:
            is_over = bool(turns) and turns[-1] in FINAL
            if entry.kind == "shown":
                self.check(not is_over, f"{name} was shown though it was {turns[-1:]}")
                shown += 1
                firsts += entry.how == "first"
            elif entry.kind == "snoozed":
                self.check(not is_over, f"{name} was snoozed though it was {turns[-1:]}")
                turns.append("snoozed")
            elif entry.kind == "ended":
                by_itself = entry.source == "service"
                self.check(not (by_itself and is_over), f"{name} ended as {turns[-1:]} and as {entry.how}")
                self.check(entry.how != "missed" or shown, f"{name} was missed though it was never shown")
                self.check(entry.how != "unseen" or not shown, f"{name} was unseen though it was shown")
                turns.append(entry.how)
            elif entry.kind == "undone":
                self.check(turns, f"{name} was taken back though there was nothing to take back")
                turns = turns[:-1]
        self.check(firsts <= 1, f"{name} was shown as new {firsts} times")
        is_over = occurrence[0] <= self.until and occurrence[1] not in self.left
        self.check(not is_over or (turns and turns[-1] in FINAL), f"{name} has not ended: {turns}")
        self.states[occurrence] = turns[-1] if turns else None


class Verdict(Books):
    """Of one evening. `planned`: steps of which the history has to know."""

    def __init__(self, entries, popups, person, night, planned, left):
        super().__init__(entries, night, left)
        self.popups, self.person, self.night, self.planned = popups, person, night, planned
        for step in {ask.step for ask in person.asks} | {step for popup in popups for step in popup.steps}:
            self.compare_answers(step)
            self.look_at_popups(step)
        for step in planned:
            self.check((night, step, 1) in self.by_occurrence, f"of {step} nothing is known")

    def asks_of(self, step):
        return [ask for ask in self.person.asks if ask.step == step]

    def entries_of(self, step):
        return self.by_occurrence.get((self.night, step, 1), [])

    def compare_answers(self, step):
        """Every confirmed answer is in the history, and the last one stands."""
        recorded = collections.Counter(entry.what for entry in self.entries_of(step) if entry.source != "service")
        asks = sorted((ask for ask in self.asks_of(step) if ask.outcome == "confirmed"), key=lambda ask: ask.settled)
        confirmed = collections.Counter()
        last = None
        for ask in asks:
            what = ENTRIES[ask.how]
            if not (what == last and what in FINAL):  # else it is so already, and there is nothing new to record
                confirmed[what] += 1
            last = what
        for what in set(ENTRIES.values()):
            known = max(confirmed[what], self.person.told[step, what])
            self.check(recorded[what] >= known,
                       f"LOST: {step} {what} was confirmed {known} times and recorded {recorded[what]} times")
        are_all_known = all(ask.outcome != "unknown" for ask in self.asks_of(step))
        if last in FINAL and are_all_known:
            state = self.states.get((self.night, step, 1))
            self.check(state == last, f"LOST: {step} was confirmed as {last} last, and is {state}")

    def look_at_popups(self, step):
        """All that was shown is in the history. None came after its answer had been confirmed, but for one that was
        under way in the thread for it, and was gone at once."""
        popups = [popup for popup in self.popups if step in popup.steps]
        is_recorded = any(entry.kind == "shown" for entry in self.entries_of(step))
        self.check(is_recorded or not any(popup.is_known for popup in popups), f"{step} was shown, and not recorded")
        answered = self.answered_for_good(step)
        for popup in popups:
            if answered is None or popup.shown <= answered:
                continue
            was_under_way = popup.shown < answered + UNDER_WAY
            is_gone = popup.closed is not None and popup.closed < popup.shown + UNDER_WAY
            self.check(was_under_way and is_gone,
                       f"SHOWN AGAIN: {step}, {popup.shown - answered:.2f} healthy seconds after its answer")

    def answered_for_good(self, step):
        """Since when it is answered; none where that may have been taken back."""
        asks = self.asks_of(step)
        ends = [ask.settled for ask in asks if ask.outcome == "confirmed" and ENTRIES[ask.how] in FINAL]
        was_undone = any(ask.how == "undo" and ask.outcome != "refused" for ask in asks)
        return min(ends) if ends and not was_undone else None

    # ---- that all this can fail

    def blind_spots(self):
        """What is not found, though it was put there: each confirmed end left out of the history, each answered step
        shown once more."""
        blind = []
        for step in {ask.step for ask in self.person.asks if ask.outcome == "confirmed"}:
            left_out = [entry for entry in self.entries if not (
                entry.occurrence == (self.night, step, 1) and entry.what in ENTRIES.values())]
            if not self.again(left_out, self.popups).has("LOST"):
                blind.append(f"an answer to {step} could be lost")
            answered = self.answered_for_good(step)
            if answered is None:
                continue
            late = dataclasses.replace(self.popups[0], steps=[step], shown=answered + 2 * UNDER_WAY, closed=None)
            if not self.again(self.entries, [*self.popups, late]).has("SHOWN AGAIN"):
                blind.append(f"{step} could be shown again")
        return blind

    def again(self, entries, popups):
        return Verdict(entries, popups, self.person, self.night, self.planned, self.left)

    def has(self, word):
        return any(word in what for what in self.wrong)
