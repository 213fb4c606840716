#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""catalogues.py FOLDER: whether every translation below FOLDER (DE/LC_MESSAGES/calmcalf.mo) can be used: it takes the
same values as the English text, leaves what is typed as it is, and keeps to 80 columns where the English does. And
whether none is missing of the languages that Calmcalf is known to speak."""
import gettext
import pathlib
import re
import string
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
WIDEST = 80
# Beside English, which is in the sources. One more is welcome; none of these goes.
SPOKEN = {"de", "es", "fr", "it", "ja", "nl", "pl", "pt_BR", "zh_CN"}
# What is typed into a terminal or a file, or read by programs: a command, an option, a key with a value, a path.
COMMANDS = "|".join(sorted(file.stem.replace("_", "-") for file in (ROOT / "cli/commands").glob("*.cpp")))
TYPED = re.compile(rf"calmcalf (?:{COMMANDS})\b|--[a-z]+(?:-[a-z]+)*|\b[a-z]+(?:_[a-z]+)+\b|~?/[\w./~-]*\w|\$[A-Z]+")


def values(text):
    """The numbers of the values that go in; None where it is no format at all."""
    numbers = set()
    following = 0
    try:
        for _, field, how, _ in string.Formatter().parse(text):
            if field is None:
                continue
            if field == "":
                field = str(following)
                following += 1
            elif not field.isdigit():
                return None  # a brace of somebody's own
            elif following:
                return None
            numbers.add(field)
            numbers |= values(how) or set()
    except ValueError:
        return None
    return numbers


def columns(line):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in line)


def faults(english, translation):
    """What is wrong with a translation of one text, or of one of its forms."""
    text = english.split("\4", 1)[-1]
    if values(text) and values(text) != values(translation):
        yield f"takes other values: {values(translation)} instead of {values(text)}"
    missing = [typed for typed in TYPED.findall(text) if typed not in translation]
    if missing:
        yield f"leaves out {', '.join(missing)}"
    if "\n" in text and max(map(columns, text.split("\n"))) <= WIDEST < max(map(columns, translation.split("\n"))):
        yield f"has a line of more than {WIDEST} columns"
    if text != text.strip() and (text[0].isspace(), text[-1].isspace()) != (
            translation[:1].isspace(), translation[-1:].isspace()):
        yield "begins or ends with other spaces"


def faults_of_plural(one, many):
    """`one` and `many` forms: the English, and all of a translation's."""
    english_one, english_many = one
    for form in many:
        if not (values(form) or set()) <= (values(english_many) or set()) | (values(english_one) or set()):
            yield f"takes other values: {form!r}"
    if values(many[-1]) != values(english_many):
        yield f"does not say how many: {many[-1]!r}"


def check(file):
    """All faults of a catalogue, as (text, fault), and how many texts it has."""
    catalogue = gettext.GNUTranslations(file.open("rb"))._catalog  # the one way to its entries
    plurals, found, count = {}, [], 0
    for key, translation in catalogue.items():
        if isinstance(key, tuple):
            plurals.setdefault(key[0], {})[key[1]] = translation
        elif key:
            count += 1
            found += [(key, fault) for fault in faults(key, translation)]
    for english, forms in plurals.items():
        count += 1
        ordered = [forms[number] for number in sorted(forms)]
        found += [(english, fault) for form in ordered if not values(english) for fault in faults(english, form)]
        if values(english):
            found += [(english, fault) for fault in faults_of_plural((english, english), ordered)]
    return found, count


def main(folder):
    files = sorted(folder.glob("*/LC_MESSAGES/calmcalf.mo"))
    wrong = 0
    for file in files:
        found, count = check(file)
        language = file.parent.parent.name
        print(f"{language}: {count} texts, {len(found)} faults")
        wrong += len(found)
        for english, fault in found:
            print(f"  {english!r}\n    {fault}")
    listed = set((ROOT / "po/LINGUAS").read_text(encoding="utf-8").split())
    compiled = {file.parent.parent.name for file in files}
    for place, languages in (("po/LINGUAS", listed), (folder, compiled)):
        for language in sorted((SPOKEN | listed) - languages):
            wrong += 1
            print(f"{language}: is not in {place}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
