# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""One process lives from Friday evening to Monday morning, and is asked for all that it can do: it must not have grown.

What it holds is counted once an hour: the memory that is its own alone (unique set size), what of that it has written
to itself, its descriptors, its threads. The first evening is for what is made once: libraries that are loaded when they
are first needed, buffers that have found their size. The six hours after it and the last six are compared, by the
smallest figure of each, since there may be something under way at an hour. Descriptors and threads may not have become
more by one, and written memory not by more than MOST_GROWTH: SQLite keeps more pages as the history grows, 512 KiB at
the most, and 18 nights are remembered, of which this makes three. The rest is files' pages, which become one's own when
other programs that use the same libraries end."""
import dataclasses
import datetime
import pathlib
import signal
import zoneinfo

from desk_inside import GLib
from person import Person
from screen import Screen
from stage import NAME, OBJECT, Stage
from verdict import Books, read_history

BERLIN = zoneinfo.ZoneInfo("Europe/Berlin")
BEGINS = datetime.datetime(2026, 11, 20, 19, 30, tzinfo=BERLIN)
FIRST_EVENING_ENDS = datetime.datetime(2026, 11, 21, 0, 30, tzinfo=BERLIN)
AFTERWARDS = datetime.timedelta(hours=6)
ENDS = datetime.datetime(2026, 11, 23, 9, 30, tzinfo=BERLIN)
MINUTE, HOUR = 60, 3600

MOST_GROWTH = 256  # KiB
GROWN = "it has grown"

SCHEDULE = """
[bedtime]
time = 23:00:00
[reminders]
repeat_every = "10m"
[diary]
morning_check = 08:30:00
see_doctor_at = 2
""" + "".join(f"""
[[step]]
id = "{name}"
title = "{name.capitalize()}"
text = "Time for it."
{rest}
""" for name, rest in (
    ("water", 'before_bed = "3h"'), ("walk", 'before_bed = "150m"'), ("bath", 'before_bed = "2h"'),
    ("tea", 'before_bed = "75m"'), ("book", 'before_bed = "40m"\nif_late = "show"'),
    ("stretch", 'before_bed = "15m"\nguide = { rounds = 2, hold = "30s", rest = "30s" }'),
    ("lamp", 'before_bed = "0m"'),
    ("move", 'every = "30m"\nfrom = 08:00:00\nuntil = 18:00:00\nexpires_after = "20m"')))
STEPS = ("water", "walk", "bath", "tea", "book", "stretch", "lamp", "move")


@dataclasses.dataclass
class Sample:
    at: datetime.datetime
    own: int  # KiB
    written: int  # KiB
    descriptors: int
    threads: int


def sample(pid, at):
    process = pathlib.Path("/proc", str(pid))
    rollup = dict(line.split(":", 1) for line in (process / "smaps_rollup").read_text().splitlines()[1:])
    clean, dirty = (int(rollup[kind].split()[0]) for kind in ("Private_Clean", "Private_Dirty"))
    descriptors, threads = (len(list((process / kind).iterdir())) for kind in ("fd", "task"))
    return Sample(at, clean + dirty, dirty, descriptors, threads)


class Weekend:
    def __init__(self, folder, programs, seed, minutes):
        speed = int((ENDS - BEGINS).total_seconds() / (minutes * MINUTE))
        self.stage = Stage(folder, programs, BEGINS.timestamp(), speed)
        self.stage.env["TZ"] = BERLIN.key
        self.person = Person(self.stage, seed, None)
        self.stage.screen = Screen(self.stage, self.person)
        self.stage.screen.several_a_night = {"move"}
        self.stage.on_happened = self.person.happened
        self.stage.titles = {name.capitalize(): name for name in STEPS}
        self.samples, self.entries = [], []
        self.did = {"reports": 0, "edits": 0, "reloads": 0, "pauses": 0, "cramps": 0, "guides": 0}
        self.hours = 0

    def play(self):
        """Returns what was wrong."""
        stage = self.stage
        try:
            self.edit()
            stage.start_bus()
            stage.screen.come()
            stage.start_service()
            stage.run(lambda: stage.is_ready or stage.wrong)
            self.every_hour()
            stage.run(lambda: stage.clock.now() >= ENDS.timestamp() or stage.wrong)
            self.person.rests = True
            stage.run_healthy(1)
            if not stage.wrong:
                self.take_sample()
                if stage.stop_service() != 0:
                    stage.violate("the service did not end well")
                self.judge()
        finally:
            stage.close()
        return stage.wrong

    # ---- what is asked of it

    def every_hour(self):
        if self.person.rests or self.stage.service is None:
            return
        self.hours += 1
        self.take_sample()
        wishes = {1: self.edit, 2: self.report, 3: self.reload, 4: self.pause, 5: self.cramp}
        if self.hours % 6 in wishes:
            wishes[self.hours % 6]()
        if self.local().hour == 22:
            self.stage.later(self.seconds(50 * MINUTE), self.guide)
        self.stage.later(self.seconds(HOUR), self.every_hour)

    def local(self):
        return datetime.datetime.fromtimestamp(self.stage.clock.now(), BERLIN)

    def seconds(self, of_its_own):
        return of_its_own / self.stage.clock.speed

    def edit(self):
        self.did["edits"] += 1
        self.stage.schedule.write_text(SCHEDULE.replace("Time for it.", f"Time number {self.did['edits']}."),
                                       encoding="utf-8")

    def reload(self):
        self.did["reloads"] += 1
        self.stage.signal(signal.SIGHUP)

    def report(self):
        self.did["reports"] += 1
        self.stage.bus.call(NAME, OBJECT, "org.freedesktop.Application", "Activate", GLib.Variant("(a{sv})", ({},)),
                            None, 0, 10_000, None, None)

    def pause(self):
        """Long enough for what it hides to be shown late."""
        self.did["pauses"] += 1
        self.wish("Pause")
        self.stage.later(self.seconds(15 * MINUTE), self.wish, "Resume")

    def cramp(self):
        self.did["cramps"] += 1
        self.wish("Cramp", popups=GLib.Variant("b", True), note=GLib.Variant("s", "As bad as the last one."))

    def guide(self):
        def started(error):
            self.did["guides"] += error is None
        self.stage.ask("Start", GLib.Variant("(sa{sv})", ("stretch", {})), started)

    def wish(self, method, **options):
        self.stage.ask(method, GLib.Variant("(a{sv})", (options,)), lambda _error: None)

    # ---- what has become of it

    def take_sample(self):
        self.samples.append(sample(self.stage.service.pid, self.local()))

    def judge(self):
        sound, entries = read_history(self.stage.history)
        books = Books(entries, until="2026-11-22")
        recorded = {}
        for entry in entries:
            if entry.occurrence and entry.source != "service":
                key = entry.occurrence[1], entry.what
                recorded[key] = recorded.get(key, 0) + 1
        for (step, what), count in self.person.told.items():
            books.check(recorded.get((step, what), 0) >= count, f"LOST: {step} {what}")
        books.check(sound == "ok", f"the history is damaged: {sound}")
        for what in books.wrong:
            self.stage.violate(what)
        self.entries = entries
        for what, most in (("written", MOST_GROWTH), ("descriptors", 0), ("threads", 0)):
            before, after = self.least(what, FIRST_EVENING_ENDS), self.least(what, ENDS - AFTERWARDS)
            if after - before > most:
                self.stage.violate(f"{GROWN}: {what} was {before} after the first evening and is {after}")

    def least(self, what, begin):
        return min(getattr(sample, what) for sample in self.samples if begin <= sample.at <= begin + AFTERWARDS)

    def figures(self, where):
        """For publish()."""
        rows = [[f"{one.at:%a %H:%M}", *(str(getattr(one, what)) for what in ("own", "written", "descriptors", "threads"))]
                for one in self.samples
                if one.at.hour % 6 == 0 or one is self.samples[0] or one is self.samples[-1]]
        ended = sum(entry.kind == "ended" for entry in self.entries)
        grown = [what for what in self.stage.wrong if what.startswith(GROWN)]
        done = ", ".join(f"{count} {name}" for name, count in self.did.items())
        return ([(not self.stage.wrong, "nothing has grown, and nothing is wrong"
                  + "".join(f"; {what}" for what in grown))],
                [(["by its clock", "memory of its own, KiB", "written, KiB", "descriptors", "threads"], rows)],
                [f"{where}; {self.stage.clock.speed} times as fast as life.",
                 f"{len(self.stage.screen.popups)} popups, {len(self.person.asks)} answers, {ended} occurrences ended, "
                 f"{done}.",
                 "What it has written is judged: the rest of its own memory is files' pages, which come and go."])
