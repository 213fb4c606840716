#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""schema_test.py CALMCALF SCHEDULE DATADIR: the schema for editors takes and refuses what `CALMCALF check` does.
SCHEDULE is the starter schedule as it will be installed, with the schema, below DATADIR."""
import concurrent.futures
import copy
import datetime
import itertools
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib
import unittest

import jsonschema

CALMCALF, INSTALLED, DATADIR = sys.argv[1:]
ROOT = pathlib.Path(__file__).resolve().parents[2]
STARTER = ROOT / "config/routine.toml"
SCHEMA = json.loads((ROOT / "config/routine.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
DEEPEST = 2  # of the places at which changes stand side by side in one schedule
NOON, CHRISTMAS = datetime.time(12), datetime.date(2026, 12, 25)

# What a schema cannot see. For each: the files among the invalid schedules with no other mistake, and changes to the
# sample below, {place: new value}.
UNSEEN = {
    "which time zones there are": (
        ["timezone-unknown"],
        {"timezone": "Europe/Berln"}),
    "the quotes around a time or a date": (
        [],
        {"bedtime.time": "22:30:00", "bedtime.weekdays.friday": "23:30:00", "bedtime.exceptions[2].from": "2026-12-24",
         "diary.morning_check": "08:30:00", "step[3].at": "09:00:00"}),
    "how long a duration is": (
        ["step-before-bed-too-early", "step-every-too-often"],
        {"reminders.snooze[1]": "49h", "reminders.expires_after": "0m", "reminders.repeat_every": "2d 1s",
         "step[1].before_bed": "20h 1s", "step[1].guide.hold": "0s", "step[1].guide.rest": "99999999999999999999d"}),
    "how one value compares with another": (
        ["exception-until-before-from", "step-every-until-before-from"],
        {"bedtime.exceptions[1].until": datetime.date(2026, 12, 23), "step[2].until": datetime.time(8)}),
    "that two steps have the same id": (
        ["step-ids-that-are-the-same"],
        {"step[4].id": "calf-stretch"}),
    "that 3.0 is no whole number": (
        [],
        {"reminders.max_snoozes": 3.0, "step[3].monthdays[1]": 1.0}),
}

# What each value of the sample is replaced with; then what those of one kind are replaced with, too.
ANYTHING = ("words", 7, True, False, [], {})
NUMBERS = (-1, 0, 8, 31, 32, 100, 101, 2.5)
TEXTS = ("", " ", "a\u00e9", "a\tb", "a\nb", "a\u0085b",
         *("x" * length for length in (64, 65, 100, 101, 1000, 1001)))
TIMES = (NOON, NOON.replace(microsecond=500000), CHRISTMAS, datetime.datetime.combine(CHRISTMAS, NOON))
DURATIONS = ("0d 0h 30m 10s", "0h30m", "60m", "30m   1s", "1s",
             "10s 1m", "1m 1m", "1 m", " 1m", "1m ", "1.5m", "-1m", "1w", "m")


def as_json(value):
    """As editors hand TOML to a schema: times and dates are text."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, (datetime.date, datetime.time)) else value


def as_toml(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {as_toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(as_toml(item) for item in value) + "]"
    return value.isoformat() if isinstance(value, (datetime.date, datetime.time)) else json.dumps(value)


def schema_takes(schedule):
    return VALIDATOR.is_valid(as_json(schedule))


def editor_takes(file):
    """An editor refuses what is no TOML before it asks the schema."""
    try:
        return schema_takes(tomllib.loads(file.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError:
        return False


def programs_errors(schedules):
    """For each schedule the errors that the program tells of, as {place: message}."""
    def errors(numbered):
        number, schedule = numbered
        file = pathlib.Path(folder, f"{number}.toml")
        file.write_text("".join(f"{key} = {as_toml(value)}\n" for key, value in schedule.items()), encoding="utf-8")
        done = subprocess.run([CALMCALF, "check", "--json", file], capture_output=True, text=True, check=False,
                              env={**os.environ, "HOME": folder})
        if done.returncode not in (0, 1) or done.stderr:
            raise RuntimeError(f"{file.read_text(encoding='utf-8')}\n{done.returncode}: {done.stderr}")
        faults = json.loads(done.stdout)
        return {place_of(fault["key"]): fault["message"] for fault in faults if fault["severity"] == "error"}

    # Each is over in a moment; on a busy machine most of that is waiting for a processor.
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(8) as pool:
        return list(pool.map(errors, enumerate(schedules)))


def place_of(key):
    """The place that the program writes as "step[1].use": ("step", 0, "use")."""
    parts_of_key = re.findall(r"[A-Za-z_-]+|\[\d+\]", key)
    return tuple(int(part[1:-1]) - 1 if part[0] == "[" else part for part in parts_of_key)


def all_switched_on():
    """The starter schedule with every line switched on that is switched off."""
    return tomllib.loads(re.sub(r"^#(?=[^ \n])", "", STARTER.read_text(encoding="utf-8"), flags=re.MULTILINE))


def sample():
    """A valid schedule with every key of the starter, and a step of each kind."""
    schedule = all_switched_on()
    steps = {step.get("id") or step["use"]: step for step in schedule["step"]}
    schedule["step"] = [steps[name] for name in ("calf-stretch", "move", "footwear", "magnesium")]
    return schedule


def places(value, above=()):
    """Where all values below this one are: keys and indices. Of a list the first value counts, unless it is a table:
    lists of tables are changed by themselves."""
    for key, item in value.items() if isinstance(value, dict) else enumerate(value[:1]):
        if isinstance(value, dict) or not isinstance(item, dict):
            yield (*above, key)
            if isinstance(item, (dict, list)):
                yield from places(item, (*above, key))


def value_at(schedule, place):
    for key in place:
        schedule = schedule[key]
    return schedule


def replaced(schedule, place, value):
    changed = copy.deepcopy(schedule)
    value_at(changed, place[:-1])[place[-1]] = value
    return changed


def misspelt(schedule, place):
    changed = copy.deepcopy(schedule)
    table = value_at(changed, place[:-1])
    table[place[-1] + "x"] = table.pop(place[-1])
    return changed


def removed(schedule, place):
    changed = copy.deepcopy(schedule)
    del value_at(changed, place[:-1])[place[-1]]
    return changed


def other_values(place, value):
    yield from ANYTHING
    if isinstance(value, int) and not isinstance(value, bool):
        yield from NUMBERS
    elif isinstance(value, (datetime.date, datetime.time)):
        yield from TIMES
    elif isinstance(value, list) and not isinstance(value[0], dict):
        yield value * 2
    elif place[-1] in ("id", "title", "text"):
        yield from TEXTS
    elif place[-1] in ("expires_after", "before_bed", "hold"):
        yield from DURATIONS


def unseen_changes():
    return {place_of(key): value for _, changed in UNSEEN.values() for key, value in changed.items()}


def changes(table):
    """(what is changed, the place with the change in it, the changed table) for every change of one value that a schema
    can judge."""
    for place in places(table):
        yield f"{place} removed", place[:-1], removed(table, place)
        if isinstance(place[-1], str):
            yield f"{place} misspelt", place[:-1], misspelt(table, place)
        for value in other_values(place, value_at(table, place)):
            if place != ("timezone",) or not isinstance(value, str):
                yield f"{place} = {value!r}", place, replaced(table, place, value)


def side_by_side(schedule, depth):
    """The changes at places this deep, and below the deepest, in as few schedules as can be, each with one change a
    place: ({place: what is changed}, schedule)."""
    waiting = {}
    for name, place, changed in changes(schedule):
        if min(len(place), DEEPEST) == depth:
            waiting.setdefault(place[:depth], []).append((name, changed))
    for row in itertools.zip_longest(*waiting.values()):
        together = copy.deepcopy(schedule)
        names = {}
        for place, change in zip(waiting, row):
            if change:
                names[place], changed = change
                together = replaced(together, place, value_at(changed, place)) if place else changed
        yield names, together


def faults_of_schema(schedule, depth):
    return {tuple(error.absolute_path)[:depth] for error in VALIDATOR.iter_errors(as_json(schedule))}


def part_at(place):
    part = SCHEMA
    for key in place:
        part = part["items"] if isinstance(key, int) else part["properties"][key]
        part = SCHEMA["definitions"][part["$ref"].rpartition("/")[2]] if "$ref" in part else part
    return part


def parts(schema=SCHEMA):
    """All parts of the schema that explain a key."""
    if isinstance(schema, list):
        for item in schema:
            yield from parts(item)
    elif isinstance(schema, dict):
        yield from (part for part in schema.get("properties", {}).values() if "$ref" not in part)
        for key, value in schema.items():
            if key not in ("if", "else"):
                yield from parts(value)
    if schema is SCHEMA:
        yield from SCHEMA["definitions"].values()


class Schema(unittest.TestCase):
    def test_is_a_valid_schema(self):
        jsonschema.Draft7Validator.check_schema(SCHEMA)

    def test_explains_every_key_and_the_words_that_need_it(self):
        explained = list(parts())
        self.assertGreater(len(explained), 40)
        for part in explained:
            self.assertTrue(part.get("title") and part.get("description"), part)
            word = part["items"] if isinstance(part.get("items"), dict) else part
            if explanations := word.get("x-taplo", {}).get("docs", {}).get("enumValues"):
                self.assertEqual(len(explanations), len(word["enum"]), part)

    def test_has_the_defaults_that_the_starter_schedule_writes_out(self):
        starter = tomllib.loads(STARTER.read_text(encoding="utf-8"))
        for place in [("diary", "see_doctor_at"), *(("reminders", key) for key in starter["reminders"])]:
            self.assertEqual(part_at(place)["default"], value_at(starter, place), place)

    def test_takes_the_starter_schedule_and_all_that_can_be_switched_on_in_it(self):
        self.assertTrue(editor_takes(STARTER))
        VALIDATOR.validate(as_json(all_switched_on()))

    def test_takes_every_valid_schedule(self):
        files = sorted(ROOT.glob("tests/schedules/valid/*.toml"))
        self.assertTrue(files)
        self.assertEqual([file.stem for file in files if not editor_takes(file)], [])

    def test_refuses_every_invalid_schedule_but_for_what_a_schema_cannot_see(self):
        files = sorted(ROOT.glob("tests/schedules/invalid/*.toml"))
        self.assertEqual([file.stem for file in files if editor_takes(file)],
                         sorted(itertools.chain.from_iterable(names for names, _ in UNSEEN.values())))

    def test_cannot_see_what_the_program_sees(self):
        schedule = sample()
        for place, value in unseen_changes().items():
            schedule = replaced(schedule, place, value)
        self.assertEqual(set(programs_errors([schedule])[0]), set(unseen_changes()))
        VALIDATOR.validate(as_json(schedule))

    def test_knows_the_keys_and_words_that_the_program_knows(self):
        unknown = "qqqqqq"
        schedule = sample()
        tables = [(), ("bedtime", "exceptions", 0), ("step", 0), ("step", 0, "guide"),
                  *(place for place in places(schedule) if isinstance(value_at(schedule, place), dict))]
        words = [("reminders", "if_late"), ("reminders", "when_locked"), ("reminders", "urgency"),
                 ("profile", "cautions", 0), ("step", 0, "use"), ("step", 1, "weekdays", 0),
                 ("step", 0, "guide", "sides", 0)]
        for place in tables:
            value_at(schedule, place)[unknown] = 1
        for place in words:
            schedule = replaced(schedule, place, unknown)
        errors = programs_errors([schedule])[0]
        for place in (*tables, *words):
            with self.subTest(place=place):
                message = errors[(*place, unknown) if place in tables else place]
                known = re.search(r"is unknown(?: here)?, known are (.*)$", message)[1]
                ours = part_at(place)["properties" if place in tables else "enum"]
                self.assertEqual(sorted(ours), sorted(re.split(", | and ", known)))

    def test_agrees_with_the_program_on_every_change_to_a_schedule(self):
        VALIDATOR.validate(as_json(sample()))
        rows = [(depth, *row) for depth in range(DEEPEST + 1) for row in side_by_side(sample(), depth)]
        for (depth, names, schedule), errors in zip(rows, programs_errors(schedule for _, _, schedule in rows)):
            differing = {place[:depth] for place in errors} ^ faults_of_schema(schedule, depth)
            self.assertEqual({place: names.get(place) for place in differing}, {}, errors)

    def assert_agreement_on(self, place, tables):
        """In one schedule with all of these in the list at this place: both find fault with the same ones."""
        schedule = replaced(sample(), place, tables)
        depth = len(place) + 1
        in_schema = faults_of_schema(schedule, depth)
        in_program = {fault[:depth] for fault in programs_errors([schedule])[0]}
        self.assertEqual([value_at(schedule, fault) for fault in in_program ^ in_schema], [])
        self.assertTrue(0 < len(in_schema) < len(tables))

    def assert_agreement_on_steps(self, steps):
        self.assert_agreement_on(("step",), [{"id": f"step-{number}", **step} for number, step in enumerate(steps)])

    def test_agrees_with_the_program_on_every_change_to_an_exception(self):
        exceptions = sample()["bedtime"]["exceptions"]
        changed = [changed for exception in exceptions for _, _, changed in changes(exception)]
        self.assert_agreement_on(("bedtime", "exceptions"), changed)

    def test_agrees_with_the_program_on_every_change_to_a_step(self):
        steps = [{key: value for key, value in step.items() if key != "id"} for step in sample()["step"]]
        self.assert_agreement_on_steps([changed for step in steps for _, _, changed in changes(step)])

    def test_agrees_with_the_program_on_every_change_to_an_id(self):
        step = {"id": "magnesium", "use": "water"}
        self.assert_agreement_on(("step",), [changed for _, _, changed in changes(step)])

    def test_agrees_with_the_program_on_which_keys_go_together_in_a_step(self):
        times = {"before_bed": "1h", "at": NOON, "every": "1h", "from": NOON, "until": NOON}
        names = ({"use": "water"}, {"title": "Magnesium", "text": ""}, {"title": "Magnesium"}, {"text": ""}, {})
        self.assert_agreement_on_steps([{**name, **{key: times[key] for key in chosen}}
                          for name in names
                          for count in range(len(times) + 1)
                          for chosen in itertools.combinations(times, count)])

    def test_agrees_with_the_program_on_which_guides_need_to_say_how_long(self):
        built_in = [{"use": name} for name in part_at(("step", 0, "use"))["enum"]]
        own = {"title": "Magnesium", "text": "", "at": NOON}
        guides = ({}, {"hold": "10s"})
        self.assert_agreement_on_steps([{**step, "guide": guide} for step in (*built_in, own) for guide in guides])


class StarterSchedule(unittest.TestCase):
    def test_leads_editors_to_the_schema(self):
        text = STARTER.read_text(encoding="utf-8")
        # Switching all lines on leaves the directive alone; taplo looks for it above the first key.
        directive = re.search(r"^ #:schema (\S+)$", text, flags=re.MULTILINE)
        self.assertTrue(directive)
        self.assertLess(directive.end(), re.search("^[^# \n]", text, flags=re.MULTILINE).start())
        self.assertEqual(directive[1], "/usr/share/calmcalf/routine.schema.json")
        installed = pathlib.Path(INSTALLED).read_text(encoding="utf-8")
        self.assertEqual(installed, text.replace(directive[1], f"{DATADIR}/calmcalf/routine.schema.json"))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
