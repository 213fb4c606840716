#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""desktop_files_test.py CALMCALF FOLDER: the desktop files are as the specifications have them, and the commands in them
exist; those that are built in FOLDER say it in every language. What they do: tests/desktop/service_launcher.py and
service_autostart.py."""
import configparser
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

CALMCALF = sys.argv[1]
BUILT = pathlib.Path(sys.argv[2])
ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging"
ID = "io.github.calmcalf.Calmcalf"
LAUNCHER = FOLDER / f"{ID}.desktop"
AUTOSTART = FOLDER / f"autostart/{ID}.desktop"
VALIDATE = "desktop-file-validate"


def read(file):
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(file, encoding="utf-8")
    return entry


def said_of(file):
    """What there is to be said of a file; nothing where all is well."""
    run = subprocess.run([VALIDATE, file], capture_output=True, text=True, check=False)
    return run.stdout + run.stderr


class DesktopFiles(unittest.TestCase):
    def test_are_valid(self):
        for file in (LAUNCHER, AUTOSTART):
            self.assertEqual(said_of(file), "", file)

    def test_are_valid_in_every_language(self):
        for file, keys in ((BUILT / LAUNCHER.name, ("Name", "GenericName", "Comment", "Keywords")),
                           (BUILT / "autostart" / AUTOSTART.name, ("Name", "Comment"))):
            self.assertEqual(said_of(file), "", file)
            entry = read(file)["Desktop Entry"]
            for language in (ROOT / "po/LINGUAS").read_text(encoding="utf-8").split():
                self.assertEqual([key for key in keys if f"{key}[{language}]" not in entry], [], (file, language))

    def test_would_not_be_with_a_mistake(self):
        with tempfile.TemporaryDirectory() as folder:
            spoilt = pathlib.Path(folder, LAUNCHER.name)
            spoilt.write_text(LAUNCHER.read_text(encoding="utf-8").replace("Utility;", "Legs;"), encoding="utf-8")
            self.assertIn("Legs", said_of(spoilt))

    def test_name_commands_that_there_are(self):
        lines = [part["Exec"] for file in (LAUNCHER, AUTOSTART) for part in read(file).values() if "Exec" in part]
        self.assertEqual(len(lines), 5)
        for line in lines:
            program, *words = line.split()
            self.assertEqual(program, "calmcalf")
            subprocess.run([CALMCALF, *words, "--help"], stdout=subprocess.DEVNULL, check=True)

    def test_are_for_the_bus_name_and_its_icon(self):
        self.assertEqual(read(LAUNCHER)["Desktop Entry"]["DBusActivatable"], "true")
        for file in (LAUNCHER, AUTOSTART):
            self.assertEqual(read(file)["Desktop Entry"]["Icon"], ID)


if __name__ == "__main__":
    if not shutil.which(VALIDATE):
        print(f"there is no {VALIDATE}: tools/packages install test")
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])
