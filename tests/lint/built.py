#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""built.py BUILD: our C++ sources that nothing in BUILD compiles, a line each: a test that is not built cannot fail."""
import json
import pathlib
import sys

from sources import ROOT, cxx


def forgotten(build, root=ROOT):
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    compiled = {pathlib.Path(entry["directory"], entry["file"]).resolve() for entry in entries}
    return [f for f in cxx(root) if f.suffix == ".cpp" and f.resolve() not in compiled]


def main():
    found = forgotten(pathlib.Path(sys.argv[1]))
    for file in found:
        print(f"{file.relative_to(ROOT)}:1: stands in no CMakeLists.txt")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
