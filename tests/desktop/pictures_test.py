#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""pictures_test.py BUILD FOLDER: the pictures of the documents can be made anew, in FOLDER, of the programs in BUILD; each
shows something, and is about as large as the one in docs/pictures. Whether it looks well, a person says."""
import importlib.util
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest

BUILD, MADE = map(pathlib.Path, sys.argv[1:])
HERE = pathlib.Path(__file__).resolve().parent
COMMITTED = HERE.parents[1] / "docs/pictures"
NEEDED = ("Xvfb", "xfce4-panel", "xdotool", "convert", "chromium", "chromedriver")
# Of the width and of the height: another Xfce has other margins.
OTHERWISE = 0.25
FEW_COLOURS = 16


def size(picture):
    """Width and height in pixels: a PNG begins with them."""
    return struct.unpack(">II", picture.read_bytes()[16:24])


def colours(picture):
    said = subprocess.run(["identify", "-format", "%k", picture], capture_output=True, text=True, check=True).stdout
    return int(said)


def faults(made):
    """What is wrong with the pictures in a folder."""
    for committed in sorted(COMMITTED.glob("*.png")):
        picture = made / committed.name
        if not picture.is_file():
            yield f"{picture.name} is missing"
        elif any(abs(new - old) > OTHERWISE * old for new, old in zip(size(picture), size(committed))):
            yield f"{picture.name} is {size(picture)}, not {size(committed)}"
        elif colours(picture) < FEW_COLOURS:
            yield f"{picture.name} shows nothing"


class Pictures(unittest.TestCase):
    def test_are_made_as_they_are_in_the_documents(self):
        shutil.rmtree(MADE, ignore_errors=True)
        done = subprocess.run([HERE / "pictures", BUILD, MADE], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""})
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(sorted(file.name for file in MADE.iterdir()), sorted(file.name for file in COMMITTED.iterdir()))
        self.assertEqual(list(faults(MADE)), [])

    def test_would_not_be_if_one_were_missing_blank_or_of_another_size(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            shutil.copy(COMMITTED / "popup.png", folder / "tray.png")
            subprocess.run(["convert", "-size", "x".join(map(str, size(COMMITTED / "popup.png"))), "xc:white",
                            folder / "popup.png"], check=True)
            self.assertEqual([fault.split(" ", 2)[1:] for fault in faults(folder)],
                             [["shows", "nothing"], ["is", "missing"],
                              ["is", f"{size(COMMITTED / 'popup.png')}, not {size(COMMITTED / 'tray.png')}"]])


if __name__ == "__main__":
    missing = [program for program in NEEDED if not shutil.which(program)]
    if missing or not importlib.util.find_spec("selenium"):
        print(f"there is no {', '.join(missing) or 'selenium'}: tools/packages install desk-xfce browser")
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])
