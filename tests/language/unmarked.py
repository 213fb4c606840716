#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""unmarked.py [ROOT]: literals in the sources that read like words for people and are not marked for translation, a line
each. Exit status 1 if there are any."""
import pathlib
import re
import sys

FOLDERS = ("cli", "daemon/app", "daemon/domain", "daemon/adapters", "daemon/.")

# Calls whose texts are collected.
MARKS = {"tr", "tr_plural", "tr_context", "tr_noop"}

# What is not for people, or is typed, by the beginning of a file's path, with the reason.
NOT_FOR_PEOPLE = (
    ("cli/", r"(?:calmcalf|systemctl|xdg-open|ssh|VISUAL='code) ", "typed into a terminal"),
    ("cli/autostart_file.cpp", "", "names of desktops, and what their files hold"),
    ("cli/report/", r"[a-z{} .-]+$|width=|<!DOCTYPE ", "names of classes, HTML"),
    ("cli/report/style.cpp", "", "CSS"),
    ("daemon/app/tray_", r"[a-z' ]+$", "keys of items in the menu"),
    ("daemon/app/wording.cpp", r"calmcalf done$", "typed into a terminal"),
    ("daemon/adapters/process/complaint.cpp", "", "the log"),
    ("daemon/adapters/canberra/", "", "the log"),
    ("daemon/ring_errand.cpp", "", "the log"),
    ("daemon/adapters/inotify/", "", "the log"),
    ("daemon/adapters/libnotify/popups.cpp", "", "the log"),
    ("daemon/adapters/libnotify/notify_popup.cpp", "", "the log"),
    ("daemon/adapters/libnotify/session_bus.cpp", "DBUS_SESSION_BUS_ADDRESS ", "of environment variables"),
    ("daemon/adapters/sdbus/", "", "for who writes a program that calls the service"),
    ("daemon/adapters/simulated/", "", "stories"),
    ("daemon/adapters/sqlite/", r"\s*(?:[A-Z]+ |\\n[A-Z]+ )", "SQL"),
    ("daemon/adapters/timerfd/", "", "errors in programming"),
    ("daemon/adapters/toml/syntax_words.cpp", "", "what toml++ says, to be found in it"),
    ("daemon/service_process.cpp", "(?:The schedule has a mistake: |Nothing is due|Next: )$", "the unit's status in systemd"),
)
# Lone words: what things are called on a bus, by the call that they are given to; and names.
NAMES_ON_THE_BUS = re.compile(r"(?:\b|_)(?:call|ask|ask_and_tell|at|signals_of)$")
NAMES = ("Calmcalf", "Notify")
# By the call that they are given to, or the namespace around them.
CALLS_NOT_FOR_PEOPLE = re.compile(r"(?:\blog_?(?:\.|->)\w+|\bexecute|\bStatement|\bcomplaint|\bstatic_assert|^source)$")

# Two words, one of them in small letters; or a word alone, as a button has it. One in small letters can be anything.
WORDS = re.compile(r"[A-Za-z]{2,}[,:]? [a-z]{2,}")
LONE_WORD = re.compile(r"\W*([A-Z][a-z]{2,})\W*")
TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|#[^\n]*(?:\\\n[^\n]*)*|R"(\w*)\((.*?)\)\1"|"((?:[^"\\\n]|\\.)*)"|'
                   r"'(?:[^'\\]|\\.)+'|[(){}\[\]]|[\w.:>\-]+(?:<[^<>;()]*>)?|\n|.", re.DOTALL)


def literals(source):
    """(line, text, the calls around it) of every string literal; neighbours are one."""
    line, calls, before, pending = 1, [], "", None
    for token in TOKEN.finditer(source):
        text = token.group()
        is_blank = text.isspace() or text.startswith(("//", "/*"))
        if token.group(3) is not None or token.group(2) is not None:
            piece = token.group(3) if token.group(3) is not None else token.group(2)
            pending = (pending[0], pending[1] + piece, pending[2]) if pending else (line, piece, list(calls))
        elif not is_blank:
            if pending:
                yield pending
                pending = None
            if text in "([{":
                calls.append(before)
            elif text in ")]}" and calls:
                calls.pop()
            before = text
        line += text.count("\n")
    if pending:
        yield pending


def reads_like_words(text, calls):
    lone = LONE_WORD.fullmatch(text)
    if lone:
        return lone[1] not in NAMES and not any(map(NAMES_ON_THE_BUS.search, calls))
    return WORDS.search(text)


def faults(root):
    for top in FOLDERS:
        folder = root / top
        files = folder.glob("*.?pp") if top.endswith(".") else folder.rglob("*.?pp")
        for file in sorted(files):
            path = file.relative_to(root).as_posix()
            excused = [re.compile(text) for prefix, text, _ in NOT_FOR_PEOPLE if path.startswith(prefix)]
            for line, text, calls in literals(file.read_text(encoding="utf-8")):
                names = {re.sub(r"<.*", "", call).rpartition(":")[2] for call in calls}
                is_for_people = not any(map(CALLS_NOT_FOR_PEOPLE.search, calls)) and not any(
                    excuse.match(text) for excuse in excused)
                if reads_like_words(text, calls) and is_for_people and not names & MARKS:
                    yield path, line, text


def main(arguments):
    root = pathlib.Path(arguments[0]) if arguments else pathlib.Path(__file__).resolve().parents[2]
    found = list(faults(root))
    for path, line, text in found:
        print(f"{path}:{line}: {text!r}")
    print(f"{len(found)} literals read like words for people, and are not marked for translation")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
