#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""In a language whose texts are a third longer than English, and marked at both ends: whatever a popup says was translated,
and nothing of it is cut off."""
import os
import pathlib
import re
import shutil
import subprocess

from desk_inside import DIR, KIND, GLib, accessibles, atspi, open_notes, run, server_application, wait_for
from notifier_driving import check
from running_program import Running
from service_driving import CALMCALF, CALMCALFD, write_text

ROOT = pathlib.Path(__file__).resolve().parents[2]
PREFIX = pathlib.Path(DIR, "prefix")
LOCALE = "en_US.UTF-8"
PICTURES = os.environ.get("CALMCALF_PICTURES")

# What is in brackets was translated; a value that goes into a text, such as a time, may be outside of letters.
MARKED = re.compile(r"\[[^\[\]]*\]")
LETTERS = re.compile(r"[A-Za-z]{3,}")


def install():
    """The programs, and the one catalogue of the language, as an installation has them."""
    for folder in ("bin", "share/calmcalf", "share/locale/eo/LC_MESSAGES", "locales"):
        (PREFIX / folder).mkdir(parents=True)
    for program in (CALMCALF, CALMCALFD):
        try:
            os.link(program, PREFIX / "bin" / pathlib.Path(program).name)
        except OSError:
            shutil.copy2(program, PREFIX / "bin")
    shutil.copy(ROOT / "config/routine.toml", PREFIX / "share/calmcalf")
    template, catalogue = PREFIX / "calmcalf.pot", PREFIX / "eo.po"
    subprocess.run([ROOT / "po/update", "--template", template], check=True)
    subprocess.run(["/usr/bin/python3", ROOT / "tests/language/pseudo.py", template, catalogue], check=True)
    subprocess.run(["msgfmt", "--output-file", PREFIX / "share/locale/eo/LC_MESSAGES/calmcalf.mo", catalogue], check=True)
    subprocess.run(["localedef", "--no-archive", "--force", "--inputfile=en_US", "--charmap=UTF-8",
                    PREFIX / "locales" / LOCALE], check=True)


ENVIRONMENT = {"LOCPATH": str(PREFIX / "locales"), "LANG": LOCALE, "LC_ALL": LOCALE, "LANGUAGE": "eo"}


def command(*words):
    done = subprocess.run([PREFIX / "bin/calmcalf", *words], env={**os.environ, **ENVIRONMENT}, capture_output=True,
                          text=True, timeout=60, check=False)
    check(done.returncode == 0, f"calmcalf {' '.join(words)}: {done.stderr}")
    return done.stdout


def expect_translated(text, where):
    """Nothing but what is typed, and values, stands outside of the brackets."""
    while MARKED.search(text):
        text = MARKED.sub("", text)
    check(not LETTERS.search(text), f"{where}: not translated: {text.strip()!r}")


def expect_popup(which, picture):
    """The popup that `which` is true of: all of its texts."""
    def find():
        return next((note for note in open_notes().values() if which(note)), None)

    note = wait_for(find, 20)
    check(note, f"there is no popup for {picture}; there are {list(open_notes().values())}")
    for text in (note["summary"], note["body"], *[label for _, label in actions_of(note)]):
        expect_translated(text, picture)
    if KIND == "xfce":
        # A guide's popup is another one every few seconds: what is looked for is what it says now.
        check(wait_for(lambda: not cut_off(find()), 8), f"{picture}: cut off: {cut_off(find())}")
    if PICTURES:
        wait_for(lambda: False, 0.7)
        run("desk-shot", str(pathlib.Path(PICTURES, f"language-{picture}-{KIND}.png")))
    return note


def actions_of(note):
    return note["actions"].items()


def is_inside_window(accessible):
    Atspi = atspi()
    window = accessible
    while window.get_role() not in (Atspi.Role.FRAME, Atspi.Role.WINDOW):
        window = window.get_parent()
        if window is None:
            return False
    inner, outer = (each.get_extents(Atspi.CoordType.SCREEN) for each in (accessible, window))
    return (inner.x >= outer.x and inner.y >= outer.y and inner.x + inner.width <= outer.x + outer.width
            and inner.y + inner.height <= outer.y + outer.height)


def cut_off(note):
    """The texts of a popup that are not on the screen as a whole: those that no label has, and those of which a part is
    outside of the popup's window."""
    if note is None:
        return ["the whole popup"]
    seen = {}
    for accessible in accessibles(lambda name: name == server_application()):
        try:
            name, inside = accessible.get_name() or "", is_inside_window(accessible)
        except GLib.Error:
            continue  # it went while it was looked at
        seen[name] = seen.get(name, False) or inside
    wanted = [note["summary"], *[label for key, label in actions_of(note) if key != "default"]]
    return [text for text in wanted if not seen.get(text)]


def expect_steps(line):
    """Each popup of an evening in fast motion."""
    evening = Running(str(PREFIX / "bin/calmcalf"), "rehearse", "--from", line, "--speed", "60", env=ENVIRONMENT)
    for _ in range(2):
        evening.expect("shown ")
        expect_popup(lambda note: any(key == "snooze" for key, _ in actions_of(note)), evening.said[-1].split()[-1])
        run("desk-click", "--close")
        wait_for(lambda: not open_notes(), 5)
    check(evening.end() == 0, "the rehearsal ended badly")


install()
write_text("[bedtime]\ntime = 22:30:00\n[profile]\ncautions = [\"neuropathy\", \"pregnancy\", \"artery-disease\"]\n"
           '[[step]]\nuse = "hot-water-bag"\n[[step]]\nuse = "calf-stretch"\n')
expect_steps("21:59")

service = Running(str(PREFIX / "bin/calmcalfd"), "-v", env=ENVIRONMENT)
service.expect("Ready")
command("cramp", "--popups")
expect_popup(lambda note: any(key == "next" for key, _ in actions_of(note)), "relief")
command("start", "calf-stretch")
expect_popup(lambda note: any(key == "pause" for key, _ in actions_of(note)), "guide")
command("stop")
write_text("[bedtime]\ntime = 25:00:00\n")
expect_popup(lambda note: "routine.toml" in note["body"], "mistake")
check(service.end() == 0, "the service ended badly")
