#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""names.py: the types that two files of daemon/ and cli/ define under one name, a line each. Exit status 1 if there are
any. The compiler sees one file at a time, and the linker silently takes one of the two for both."""
import collections
import re
import sys

from sources import ROOT, cxx

# As clang-format lays them out: what a namespace holds is not indented.
NAMESPACE = re.compile(r"(?:inline )?namespace ([\w:]*) ?\{$")
TYPE = re.compile(r"(?:class|struct|enum class|enum) (?:alignas\(\w+\) )?(\w+)(?: final)?(?: :(?!:).*)? \{")
END = re.compile(r"\}  // namespace")


def types(text):
    """(name with its namespaces, line) of each type defined in a namespace that other files see."""
    within = []
    for number, line in enumerate(text.splitlines(), 1):
        namespace, defined = NAMESPACE.match(line), TYPE.match(line)
        if namespace:
            within.append(namespace[1])
        elif END.match(line):
            within.pop()
        elif defined and "" not in within:
            yield "::".join([*within, defined[1]]), number


def main():
    places = collections.defaultdict(list)
    for file in cxx():
        path = file.relative_to(ROOT)
        if path.parts[0] in ("daemon", "cli"):
            for name, line in types(file.read_text(encoding="utf-8")):
                places[name].append(f"{path}:{line}")
    twice = {name: where for name, where in places.items() if len(where) > 1}
    for name, where in twice.items():
        print(f"{where[-1]}: {name} is defined in {where[0]}, too")
    print(f"{len(places)} types, {len(twice)} of them defined twice")
    return 1 if twice or not places else 0


if __name__ == "__main__":
    sys.exit(main())
