# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""One evening: what happens in it follows from its seed, as far as chance is ours; the machine's own remains."""
import collections
import datetime
import random
import sqlite3
import zoneinfo

from faults import ZONES, Faults, point_at, write
from person import Person
from screen import Screen
from stage import Stage
from verdict import Verdict, look_at_screen, read_history

SPEED = 900  # an hour in four seconds
FAULTS = 15
FAULTS_LAST = 10.0  # seconds; then all is well, and the evening is not over yet
SETTLES_WITHIN = 0.7  # healthy seconds, for whatever is under way

STEPS = 13
BEDTIME = "22:30:00"
FIRST_STEP = datetime.timedelta(hours=20, minutes=5)
APART = datetime.timedelta(minutes=11)
NAMES = ("alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliett", "kilo", "lima",
         "mike", "november")
RULES = ("", 'if_late = "show"', 'when_locked = "show"', 'if_late = "drop"', 'expires_after = "20m"',
         'repeat_every = "5m"')


def schedules(chance):
    """The step that one of them lacks; and those that the schedule's file may hold in an evening, by name. The first is
    the one it begins with."""
    times = [FIRST_STEP + APART * number for number in range(STEPS)]
    rules = [chance.choice(RULES) for _ in times]
    steps = dict(zip(NAMES, zip(times, rules)))

    def text(steps):
        lines = [f'[bedtime]\ntime = {BEDTIME}\n[reminders]\nrepeat_every = "10m"\nrepeat_at_most = 2\n']
        for name, (at, rule) in steps.items():
            lines.append(f'[[step]]\nid = "{name}"\ntitle = "{name.capitalize()}"\ntext = "Time for it."\n'
                         f"at = {at}\n{rule}\n")
        return "".join(lines)
    moved, gone, other = chance.sample(NAMES[:STEPS], 3)
    by = datetime.timedelta(minutes=chance.choice((-25, -6, 6, 25)))
    whole = text(steps)
    texts = {"as it was": whole,
             f"one with {moved} moved": text({**steps, moved: (steps[moved][0] + by, steps[moved][1])}),
             f"one without {gone}": text({name: step for name, step in steps.items() if name != gone}),
             f"one with {NAMES[-1]} as well": text({**steps, NAMES[-1]: (steps[other][0], "")}),
             "the same, with a remark": whole + "# Whoever reads this knows it already\n",
             "half a file": whole[:len(whole) // 2] + '\n[[step]]\nid = "half',
             "one with a mistake": whole.replace(BEDTIME, '"late"')}
    return gone, texts


def plan(chance, kinds):
    weights = list(kinds.values())
    chosen = chance.choices(list(kinds), weights, k=FAULTS)
    return list(zip(sorted(chance.uniform(0.3, FAULTS_LAST) for _ in chosen), chosen))


def keep(history, copy):
    """Its disk goes with the evening."""
    with sqlite3.connect(f"file:{history}?mode=ro", uri=True) as before, sqlite3.connect(copy) as after:
        before.backup(after)


class Evening:
    def __init__(self, folder, programs, logind, seed, kinds, has_mounts):
        self.seed = seed
        self.chance = random.Random(f"evening {seed}")
        day = datetime.date(2026, 1, 1) + datetime.timedelta(days=self.chance.randrange(365))
        self.night = day.isoformat()
        self.noon = self.instant(day + datetime.timedelta(days=1), 12)
        self.stage = Stage(folder, programs, self.instant(day, 20), SPEED)
        self.person = Person(self.stage, seed, self.night)
        self.stage.screen = Screen(self.stage, self.person)
        self.stage.on_happened = self.person.happened
        self.stage.titles = {name.capitalize(): name for name in NAMES}
        self.gone, texts = schedules(self.chance)
        self.plan = plan(self.chance, kinds)
        if has_mounts:
            point_at(ZONES[0])
        self.faults = Faults(self.stage, self.person, logind, random.Random(f"faults {seed}"), texts, has_mounts)
        write(self.stage.schedule, texts["as it was"])
        self.entries = []

    @staticmethod
    def instant(day, hour):
        local = datetime.datetime.combine(day, datetime.time(hour), zoneinfo.ZoneInfo(ZONES[0]))
        return local.timestamp()

    def play(self):
        """Returns what was wrong."""
        stage = self.stage
        try:
            stage.start_bus()
            stage.screen.come()
            stage.start_service()
            stage.run(lambda: stage.is_ready or stage.wrong)
            for when, kind in self.plan:
                stage.later(when, self.faults.begin, kind)
            stage.run_for(FAULTS_LAST + 0.1)
            self.faults.end_all()
            self.settle()
            self.person.rests = True
            stage.clock.set(stage.clock.now(), 1)
            self.settle()
            look_at_screen(stage, self.night)
            stage.tell("the next day")
            stage.clock.set(self.noon, 1)
            self.settle()
            if stage.stop_service() != 0:
                stage.violate("the service did not end well")
            self.judge()
        finally:
            if stage.wrong:
                keep(stage.history, stage.folder / "history.db")
            self.faults.close()
            stage.close()
        return stage.wrong

    def settle(self):
        if not self.stage.run_healthy(SETTLES_WITHIN):
            self.stage.violate("the service does not come back")

    def judge(self):
        stage = self.stage
        sound, self.entries = read_history(stage.history)
        if sound != "ok":
            stage.violate(f"the history is damaged: {sound}")
        for file in stage.history.parent.glob("*damaged*"):
            stage.violate(f"a history was put aside as damaged: {file.name}")
        # What another schedule or zone had put into the past was never due.
        was_edited = {"zone", "schedule"} & self.faults.counts.keys()
        verdict = Verdict(self.entries, stage.screen.popups, self.person, self.night,
                          planned=() if was_edited else NAMES[:STEPS],
                          left={self.gone} if "schedule" in was_edited else ())
        for what in verdict.wrong or [f"not seen by this test: {blind}" for blind in verdict.blind_spots()]:
            stage.violate(what)

    def figures(self):
        """What is added up over all evenings."""
        asks = self.person.asks
        return collections.Counter({
            "popups": len(self.stage.screen.popups),
            "occurrences": len({entry.occurrence for entry in self.entries if entry.kind == "ended"}),
            "buttons pressed": self.person.pressed,
            "answers given": len(asks),
            "answers confirmed": sum(ask.outcome == "confirmed" for ask in asks),
            "answers refused": sum(ask.outcome == "refused" for ask in asks)})
