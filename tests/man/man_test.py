#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""man_test.py CALMCALF CALMCALFD: the man pages name what the programs and the schedule know, and nothing else."""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

CALMCALF, CALMCALFD = sys.argv[1:]
ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging/man"
SCHEMA = json.loads((ROOT / "config/routine.schema.json").read_text(encoding="utf-8"))
LINTS = (["mandoc", "-T", "lint", "-W", "warning"], ["groff", "-mdoc", "-ww", "-z", "-T", "utf8"])
OPTIONS_OF_OTHERS = {"--user", "--now"}

OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
MACRO = re.compile(r"[A-Z][a-z0-9]$")
HEADINGS = (".Sh ", ".Ss ")


class Page:
    """The source of a page, in mdoc(7)."""

    def __init__(self, name):
        self.lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()

    def part(self, heading):
        """The lines below a heading, up to the next of its rank."""
        start = next(number for number, line in enumerate(self.lines) if line[4:] == heading and line[:4] in HEADINGS)
        ends = (".Sh ",) if self.lines[start].startswith(".Sh ") else HEADINGS
        rest = self.lines[start + 1:]
        return rest[:next((number for number, line in enumerate(rest) if line[:4] in ends), len(rest))]

    def parts_within(self, heading):
        return [line[4:] for line in self.part(heading) if line.startswith(".Ss ")]


def words(lines, macro):
    """What stands behind a macro, wherever it stands in its line."""
    for line in lines:
        if line.startswith("."):
            current = None
            for word in line[1:].split():
                if MACRO.match(word):
                    current = word
                elif current == macro and re.match(r"[\w-]", word):
                    yield word


def items(lines):
    """What the list there explains: the line of each item, with all that is said about it."""
    found = []
    for line in lines:
        if line.startswith(".It "):
            found.append([line])
        elif line in (".El", ".Pp") or line.startswith(".Bl"):
            continue
        elif found:
            found[-1].append(line)
    return found


def heads(lines, macro):
    return [word for item in items(lines) for word in words(item[:1], macro)]


def flags(lines):
    return {"-" + word for word in words(lines, "Fl") if word != "-"}


def printed(*command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True).stdout


def rows(help_text, heading):
    """The first words of a table in a help text."""
    table = re.search(rf"^{heading}:\n((?:  .*\n)+)", help_text, flags=re.MULTILINE)
    return re.findall(r"^  (\S+)", table[1], flags=re.MULTILINE) if table else []


def resolved(part):
    return SCHEMA["definitions"][part["$ref"].rpartition("/")[2]] if "$ref" in part else part


def element(part):
    """What the schema says of each element of a list."""
    items_of_list = part.get("items", {})
    return resolved(items_of_list) if isinstance(items_of_list, dict) else {}


def tables(part=SCHEMA, heading="", name=""):
    """The keys of each table, with what the schema says of them: {"[bedtime]": {"time": {...}}}. Those above all tables
    are in "". A table's own tables are no keys of it."""
    found = {heading: {}}
    for key, value in part["properties"].items():
        value = resolved(value)
        inner = f"{name}.{key}" if name else key
        if "properties" in value:
            found |= tables(value, f"[{inner}]", inner)
        elif "properties" in element(value):
            found |= tables(element(value), f"[[{inner}]]", inner)
        else:
            found[heading][key] = value
    return {heading: its_keys for heading, its_keys in found.items() if its_keys}


class Lint(unittest.TestCase):
    def test_finds_nothing(self):
        pages = sorted(FOLDER.iterdir())
        self.assertEqual([page.name for page in pages], ["calmcalf-routine.5", "calmcalf.1", "calmcalfd.8"])
        for page in pages:
            for lint in LINTS:
                with self.subTest(page=page.name, lint=lint[0]):
                    run = subprocess.run([*lint, page], capture_output=True, text=True, check=False)
                    self.assertEqual((run.stdout, run.stderr, run.returncode), ("", "", 0))


class Command(unittest.TestCase):
    page = Page("calmcalf.1")
    help = printed(CALMCALF, "--help")
    commands = rows(help, "Commands")
    globals = set(rows(help, "Options, before or after the command"))
    helps = {command: printed(CALMCALF, command, "--help") for command in commands}

    def test_has_every_command_in_its_order(self):
        self.assertIn("status", self.commands)
        self.assertEqual(self.page.parts_within("COMMANDS"), self.commands)

    def test_has_the_options_of_every_command(self):
        self.assertIn("--json", self.globals)
        self.assertEqual(flags(self.page.part("Options of every command")), self.globals | {"-h"})
        for command in self.commands:
            with self.subTest(command=command):
                part = self.page.part(command)
                self.assertTrue(part[0].startswith(f".D1 Nm Cm {command}"), part[0])
                self.assertEqual({"-" + flag for flag in heads(part, "Fl")}, set(rows(self.helps[command], "Options")))

    def test_names_no_other_command_or_option(self):
        options = self.globals.union({"-h"}, *(rows(text, "Options") for text in self.helps.values()))
        self.assertEqual(flags(self.page.lines) - options, set())
        plain = [line for line in self.page.lines if not line.startswith(".")]
        self.assertEqual(set(OPTION.findall("\n".join(plain))) - options - OPTIONS_OF_OTHERS, set())
        for heading in ("DESCRIPTION", "COMMANDS", "JSON", "ENVIRONMENT"):
            self.assertEqual(set(words(self.page.part(heading), "Cm")) - set(self.commands), set(), heading)

    def test_has_every_statement_of_a_story(self):
        run = subprocess.run([CALMCALF, "simulate", "-"], input="no-such-statement\n", capture_output=True, text=True,
                             check=False)
        known = re.search(r"known are (.*)$", run.stderr)[1].split(", ")
        self.assertEqual(sorted(set(heads(self.page.part("STORIES"), "Ic"))), sorted(known))

    def test_has_every_event(self):
        told = re.search(r"Events are (.*?)\.\n", self.helps["watch"], flags=re.DOTALL)[1]
        self.assertEqual(sorted(heads(self.page.part("Events"), "Ic")), sorted(re.split(r",\s+|\s+and\s+", told)))

    def test_has_every_exit_status(self):
        told = re.findall(r"(\d) [a-z]", self.help.rpartition("Exit status:")[2])
        self.assertEqual(told, ["0", "1", "2", "3", "4"])
        self.assertEqual([item[0] for item in items(self.page.part("EXIT STATUS"))], [f".It {n}" for n in told])


class Service(unittest.TestCase):
    def test_has_every_option_and_no_other(self):
        page = Page("calmcalfd.8")
        told = set(OPTION.findall("\n".join(re.findall(r"^  (-.*?)  ", printed(CALMCALFD, "--help"), re.MULTILINE))))
        self.assertIn("--verbose", told)
        self.assertEqual({"-" + flag for flag in heads(page.part("DESCRIPTION"), "Fl")}, told)
        self.assertEqual(flags(page.lines) - told, set())
        displayed = [line for line in page.lines if not line.startswith(".") or line.startswith(".Dl calmcalfd")]
        self.assertEqual(set(OPTION.findall("\n".join(displayed))) - told, set())


class Schedule(unittest.TestCase):
    page = Page("calmcalf-routine.5")
    tables = tables()
    headings = {"": "Before all tables", "[step.guide]": "guide"}

    @classmethod
    def setUpClass(cls):
        # The page explains these once, and names the guide where it explains it.
        cls.step = cls.tables["[[step]]"]
        for key in cls.tables["[reminders]"]:
            del cls.step[key]
        cls.step["guide"] = {}

    def part(self, table):
        return self.page.part(self.headings.get(table, table))

    def item(self, table, key):
        return next(item for item in items(self.part(table)) if key in words(item[:1], "Cm"))

    def test_has_every_key_and_no_other(self):
        self.assertIn("time", self.tables["[bedtime]"])
        self.assertEqual(set(self.page.parts_within("KEYS")),
                         {self.headings.get(table, table) for table in self.tables})
        for table, its_keys in self.tables.items():
            self.assertEqual(sorted(heads(self.part(table), "Cm")), sorted(its_keys), table)

    def test_has_the_defaults(self):
        defaults = {(table, key): part["default"] for table, its_keys in self.tables.items()
                    for key, part in its_keys.items() if "default" in part}
        self.assertEqual(defaults["[reminders]", "max_snoozes"], 3)
        for (table, key), default in defaults.items():
            self.assertIn(f"Default: {json.dumps(default)}.", self.item(table, key), key)

    def test_has_the_words_that_a_key_takes(self):
        elsewhere = [self.step["use"], self.tables["[profile]"]["cautions"]]
        for table, its_keys in self.tables.items():
            for key, part in its_keys.items():
                known = part.get("enum") or element(part).get("enum")
                if known and part not in elsewhere:
                    # Of the weekdays the first and the last are enough.
                    self.assertEqual(list(words(self.item(table, key), "Ql")), known[::6] if len(known) == 7 else known)

    def test_has_every_built_in_step_and_every_caution(self):
        self.assertEqual(heads(self.page.part("BUILT-IN STEPS"), "Ql"), self.step["use"]["enum"])
        self.assertEqual(heads(self.page.part("CAUTIONS"), "Ql"), self.tables["[profile]"]["cautions"]["items"]["enum"])


if __name__ == "__main__":
    for lint in LINTS:
        if not shutil.which(lint[0]):
            print(f"there is no {lint[0]}: tools/packages install test")
            sys.exit(77)
    unittest.main(argv=sys.argv[:1])
