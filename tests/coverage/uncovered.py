#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""uncovered.py [--branches] [--write FILE] EXPORT.json

Reads what `llvm-cov export` says: a table by folder of how many lines of code ran, and each line of daemon/domain and
daemon/app on which something never did. Exit status 1 where there is one. --branches: also each of their decisions that
always went the same way, for information.

A line is counted by what stands on it: `if (late) return;` has run only when both parts have.
"""
import argparse
import collections
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "bench"))

from figure_tables import add_arguments, machine, publish  # noqa: E402  (its folder is known only now)

PROGRAM = ("daemon", "cli")
ALL_TESTED = ("daemon/domain", "daemon/app")

# What is left of a line where a region ends, or between two: nothing that runs.
NOTHING = re.compile(r"[\s})\];,]*")


# What branches without anybody's decision: a comparison member by member, a switch that knows every value.
OTHER_BRANCH = re.compile(r"= default;|^ *switch ")


class Source:
    """One file's lines of code, and which of them hold something that never ran."""

    def __init__(self, path, exported):
        self.path = path
        self.text = [re.sub(r"//.*", "", line) for line in (ROOT / path).read_text(encoding="utf-8").splitlines()]
        self.lines, self.untested = set(), {}  # of each untested line the column where what never ran begins
        segments = exported["segments"]
        for segment, following in zip(segments, segments[1:]):
            *_, count, has_count, _, is_gap = segment
            if has_count and not is_gap:
                for line, column in self.places_with_code(segment, following):
                    self.lines.add(line)
                    if count == 0:
                        self.untested.setdefault(line, column)
        self.branches = exported["summary"]["branches"]
        # A template has a decision once for each of its instances.
        self.ways = collections.defaultdict(lambda: [0, 0])
        for line, column, _, _, true, false, *_ in exported["branches"]:
            self.ways[line, column][0] += true
            self.ways[line, column][1] += false

    @property
    def folder(self):
        return self.path.parent.as_posix()

    def places_with_code(self, begin, end):
        for line in range(begin[0], end[0] + 1):
            text = self.text[line - 1]
            first = begin[1] - 1 if line == begin[0] else len(text) - len(text.lstrip())
            if not NOTHING.fullmatch(text[first : end[1] - 1 if line == end[0] else None]):
                yield line, first + 1

    def quoted(self, line, column):
        return f"{self.path}:{line}:{column}: {self.text[line - 1].strip()}"


def sources(export):
    for exported in json.loads(export.read_text(encoding="utf-8"))["data"][0]["files"]:
        path = pathlib.Path(exported["filename"])
        if path.is_relative_to(ROOT) and path.relative_to(ROOT).parts[0] in PROGRAM:
            yield Source(path.relative_to(ROOT), exported)


def percent(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "-"


def table(all_sources):
    folders = collections.defaultdict(list)
    for source in all_sources:
        folders[source.folder].append(source)
    for folder, those in sorted(folders.items()):
        lines = sum(len(source.lines) for source in those)
        untested = sum(len(source.untested) for source in those)
        branches = sum(source.branches["count"] for source in those)
        taken = sum(source.branches["covered"] for source in those)
        yield [folder, str(lines), percent(lines - untested, lines), str(branches), percent(taken, branches)]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--branches", action="store_true")
    add_arguments(arguments)
    arguments.add_argument("export", type=pathlib.Path)
    chosen = arguments.parse_args()

    all_sources = sorted(sources(chosen.export), key=lambda source: source.path)
    to_be_tested = [source for source in all_sources if source.folder in ALL_TESTED]
    if {source.folder for source in to_be_tested} != set(ALL_TESTED):
        sys.exit("the export has nothing of " + " or ".join(ALL_TESTED))
    untested = [source.quoted(*place) for source in to_be_tested for place in sorted(source.untested.items())]
    publish(chosen, "coverage", (
        [(not untested, f"every line of the domain and the app runs in some test: {len(untested)} do not")],
        [(["folder", "lines", "ran", "branches", "taken"], list(table(all_sources)))],
        [f"{machine()}; what the units, the stories and the random evenings run, without a desktop."]))
    if chosen.branches:
        print("\nAlways went the same way:")
        for source in to_be_tested:
            for (line, column), (true, false) in sorted(source.ways.items()):
                if bool(true) != bool(false) and not OTHER_BRANCH.search(source.text[line - 1]):
                    print(f"{source.quoted(line, column)} (never {'false' if true else 'true'})")
    if untested:
        print("\nNever ran; test it, or remove it:", *untested, sep="\n")
    sys.exit(1 if untested else 0)


if __name__ == "__main__":
    main()
