#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""In a language whose texts are a third longer than English, and marked at both ends: whatever popups, the tray, the
command and the report say was translated, and nothing of a popup is cut off."""
import calendar
import datetime
import html
import html.parser
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

from desk_inside import DIR, KIND, GLib, accessibles, atspi, bus, call, open_notes, run, server_application, wait_for
from notifier_driving import check
from running_program import Running
from service_driving import CALMCALF, CALMCALFD, HISTORY, in_seconds, write_text

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests/language"))
from pseudo import pseudo  # noqa: E402

SCHEMA = json.loads((ROOT / "config/routine.schema.json").read_text(encoding="utf-8"))
STEPS = SCHEMA["definitions"]["step"]["properties"]["use"]["enum"]
CAUTIONS = SCHEMA["properties"]["profile"]["properties"]["cautions"]["items"]["enum"]
PROFILE = '[profile]\ncautions = ["fluid-limit", "potassium", "neuropathy", "clot", "balance", "injury"]\n'
PREFIX = pathlib.Path(DIR, "prefix")
LOCALE = "en_US.UTF-8"
NAME, MENU = "io.github.calmcalf.Calmcalf", ("/StatusNotifierItem/Menu", "com.canonical.dbusmenu")
SCREEN_HEIGHT = 800
DUNST_HEIGHT = 300
PICTURES = os.environ.get("CALMCALF_PICTURES")

# What is in brackets was translated; a value that goes into a text, such as a time, may be outside of letters.
MARKED = re.compile(r"\[[^\[\]]*\]")
LETTERS = re.compile(r"[A-Za-z]{3,}")
# What is typed, or is a value: the program, options and what stands for their values, steps' ids and cautions, files,
# keys, what a notification server calls itself and can; and the days and months, which the C library names.
TYPED = re.compile("|".join([
    r"\b[Cc]almcalfd?\b", r"--[a-z-]+", r"\b[A-Z]+\b", r"/[\w./-]+", r"\bstep:", r"\buse = ",
    r"[\w ]+ \d[\w.]+ (?:\([\d-]+\) )?\([a-z, -]+\)",
    *(rf"\b{word}\b" for word in (*STEPS, *CAUTIONS, *calendar.day_name, *calendar.day_abbr, *calendar.month_name[1:],
                                  *calendar.month_abbr[1:]))]))
# Of the guide: what its sources are called.
SOURCE = re.compile(r"^  - [^\[].*(?:\n    .*)*", flags=re.MULTILINE)


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
    found = LETTERS.search(TYPED.sub("", text))
    check(not found, f"{where}: {found and found[0]!r} is not translated, outside of brackets is {text.strip()!r}")


def expect_popup(which, picture):
    """The popup that `which` is true of: all of its texts."""
    def find():
        return next((note for note in open_notes().values() if which(note)), None)

    note = wait_for(find, 20)
    check(note, f"there is no popup for {picture}; there are {list(open_notes().values())}")
    for text in (note["summary"], note["body"], *[label for _, label in actions_of(note)]):
        expect_translated(text, picture)
    # A guide's popup is another one every few seconds: what is looked for is what it says now.
    check(wait_for(lambda: not cut_off(find()), 8), f"{picture}: cut off: {cut_off(find())}")
    if PICTURES:
        wait_for(lambda: False, 0.7)
        run("desk-shot", str(pathlib.Path(PICTURES, f"language-{picture}-{KIND}.png")))
    return note


def close(note):
    run("desk-click", "--close", "--id", str(note["id"]))


def actions_of(note):
    return note["actions"].items()


def cut_off(note):
    """The texts of a popup that are not on the screen as a whole."""
    if note is None:
        return ["the whole popup"]
    return cut_off_by_dunst() if KIND == "dunst" else cut_off_by_window(note)


def cut_off_by_dunst():
    """It has no labels that could be asked. What does not fit into the greatest height that a popup of it may have is
    left out, so that a popup of that height is suspect."""
    windows = run("xdotool", "search", "--onlyvisible", "--class", "dunst", ok=False).split()
    heights = [int(geometry_of(window)["HEIGHT"]) for window in windows]
    return [] if heights and max(heights) < DUNST_HEIGHT else [f"popups of {heights} pixels"]


def geometry_of(window):
    lines = run("xdotool", "getwindowgeometry", "--shell", window).splitlines()
    return dict(line.split("=") for line in lines if "=" in line)


def cut_off_by_window(note):
    """The texts that no label has as a whole, or of which a part is outside of the popup's window."""
    seen = {}
    for accessible in accessibles(lambda name: name == server_application()):
        try:
            name = accessible.get_name() or ""
            seen[name] = seen.get(name, False) or is_whole(accessible, name)
        except GLib.Error:
            continue  # it went while it was looked at
    wanted = [note["summary"], html.unescape(note["body"]),
              *[label for key, label in actions_of(note) if key != "default"]]
    return [text for text in wanted if not seen.get(text)]


def is_whole(accessible, name):
    Atspi = atspi()
    window = accessible
    while window.get_role() not in (Atspi.Role.FRAME, Atspi.Role.WINDOW):
        window = window.get_parent()
        if window is None:
            return False
    part, whole = (each.get_extents(Atspi.CoordType.SCREEN) for each in (accessible, window))
    has_text = name and "Text" in accessible.get_interfaces()
    last = Atspi.Text.get_character_extents(accessible, len(name) - 1, Atspi.CoordType.SCREEN) if has_text else part
    return is_within(part, whole) and is_within(last, part) and whole.y + whole.height <= SCREEN_HEIGHT


def is_within(inner, outer):
    return (inner.x >= outer.x and inner.y >= outer.y and inner.x + inner.width <= outer.x + outer.width
            and inner.y + inner.height <= outer.y + outer.height)


def menu():
    """The tray's menu: what its entries are called, by their numbers."""
    def entries(part):
        number, properties, parts = part
        found = {number: properties["label"]} if properties.get("label") else {}
        for each in parts:
            found |= entries(each)
        return found
    conn = bus()
    call(conn, NAME, *MENU, "AboutToShow", "(i)", 0)
    return entries(call(conn, NAME, *MENU, "GetLayout", "(iias)", 0, -1, ["label"])[1])


def choose(label):
    number = next(number for number, text in menu().items() if text == pseudo(label))
    call(bus(), NAME, *MENU, "Event", "(isvu)", number, "clicked", GLib.Variant("i", 0), 0)


def expect_tray(when):
    labels = menu().values()
    check(len(labels) > 3, f"tray, {when}: {labels}")
    tip = call(bus(), NAME, "/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get", "(ss)",
               "org.kde.StatusNotifierItem", "ToolTip")
    for text in (*labels, *tip[2:]):
        expect_translated(html.unescape(re.sub(r"<[^>]*>", "", text)), f"tray, {when}")


def expect_refusal():
    """Before there is a schedule."""
    choose("Edit the schedule")
    close(expect_popup(lambda note: "calmcalf init" in note["body"], "refusal"))


def schedule_of_steps(if_late):
    """Every built-in step, two minutes after the other, from 22:02 on: one that is late by less is as new."""
    text = f'[bedtime]\ntime = 22:30:00\n[reminders]\nif_late = "{if_late}"\n{PROFILE}'
    for number, step in enumerate(STEPS):
        text += f'[[step]]\nuse = "{step}"\nat = 22:{2 + 2 * number:02}:00\nmonthdays = {list(range(1, 32))}\n'
    write_text(text)


def rehearse(begin):
    return Running(str(PREFIX / "bin/calmcalf"), "rehearse", "--from", begin, "--speed", "1", env=ENVIRONMENT)


def expect_steps():
    """Each built-in step's popup, as for somebody whom most cautions concern, alone on the screen; then those that are
    late in one."""
    schedule_of_steps("drop")
    for number, step in enumerate(STEPS):
        evening = rehearse(f"22:{1 + 2 * number:02}:59")
        evening.expect(f"shown {step}")
        close(expect_popup(lambda note: any(key == "snooze" for key, _ in actions_of(note)), step))
        check(evening.end() == 0, "the rehearsal ended badly")
    schedule_of_steps("merge")
    evening = rehearse("22:07:30")
    evening.expect("summary")
    close(expect_popup(lambda note: any(key == "each" for key, _ in actions_of(note)), "summary"))
    check(evening.end() == 0, "the rehearsal ended badly")


class Texts(html.parser.HTMLParser):
    """What somebody reads on a page, or is read to; but for the sources, which are what they are called."""

    def __init__(self, page):
        super().__init__()
        self.found, self.passed_over = [], None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag == "style" or ("class", "sources") in attrs:
            self.passed_over = tag
        self.found += [value for name, value in attrs if name in ("aria-label", "title", "alt")]

    def handle_endtag(self, tag):
        if tag == self.passed_over:
            self.passed_over = None

    def handle_data(self, data):
        if not self.passed_over:
            self.found.append(data)


def expect_report():
    page = PREFIX / "report.html"
    command("report", "--output", str(page))
    texts = Texts(page.read_text(encoding="utf-8")).found
    check(len(texts) > 300, f"a report of {len(texts)} texts")
    for text in texts:
        expect_translated(text, "report")


def expect_output(*words):
    expect_translated(SOURCE.sub("", command(*words)), f"calmcalf {' '.join(words)}")


def expect_help():
    """Of each command. What stands to the left in a table is typed."""
    rows = re.findall(r"^  ([a-z][a-z-]+)  ", command("--help"), flags=re.MULTILINE)
    check("status" in rows and len(rows) > 30, f"the commands are {rows}")
    for words in ([], *[[row] for row in rows if row != "calmcalf"]):
        expect_translated(re.sub(r"^  \S.*?  +", "", command(*words, "--help"), flags=re.MULTILINE), f"{words} --help")


def answer_for_nights():
    """So that there is something to look back on."""
    today = datetime.date.today()
    for ago in range(2, 16):
        night = str(today - datetime.timedelta(days=ago))
        command("done" if ago % 3 else "skip", "calf-stretch", "--night", night)
        command(*(("no-cramp",) if ago % 2 else ("cramp", "--side", "left", "--severity", "6")), "--night", night)


install()
service = Running(str(PREFIX / "bin/calmcalfd"), "-v", env=ENVIRONMENT)
service.expect("Ready")
expect_refusal()
expect_tray("of the starter schedule")
check(service.end() == 0, "the service ended badly")
expect_steps()

# It is the middle of the night for this schedule, whatever the clock says. No step of the starter schedule is still open,
# as the calf stretch is late in the evening.
for file in HISTORY.parent.glob("history.db*"):
    file.unlink()
bedtime = (datetime.datetime.now() + datetime.timedelta(hours=12)).strftime("%H:%M:%S")
write_text(f"[bedtime]\ntime = {bedtime}\n[diary]\nmorning_check = {in_seconds(2)}\nsee_doctor_at = 1\n{PROFILE}"
           '[[step]]\nuse = "calf-stretch"\n')
service = Running(str(PREFIX / "bin/calmcalfd"), "-v", env=ENVIRONMENT)
service.expect("Ready")
close(expect_popup(lambda note: any(key == "no-cramp" for key, _ in actions_of(note)), "morning"))
command("cramp", "--popups")
close(expect_popup(lambda note: any(key == "next" for key, _ in actions_of(note)), "relief"))
close(expect_popup(lambda note: "see_doctor_at" in note["body"], "doctor"))
command("start", "calf-stretch")
expect_popup(lambda note: any(key == "pause" for key, _ in actions_of(note)), "guide")
expect_tray("in an exercise")
command("stop")
answer_for_nights()
for words in (["status"], ["next"], ["stats"], ["stats", "--explain"], ["diary"], ["history"], ["preview"], ["check"],
              ["doctor"], *[["guide", topic] for topic in ("steps", "causes", "relief", "doctor", "footwear", "about")]):
    expect_output(*words)
expect_help()
expect_report()
write_text("[bedtime]\ntime = 25:00:00\n")
expect_popup(lambda note: "routine.toml" in note["body"], "mistake")
expect_tray("with a mistake")
check(service.end() == 0, "the service ended badly")
