#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""built.py BUILD: our C++ sources that nothing in BUILD compiles, a line each: a test that is not built cannot fail."""
import json
import pathlib
import re
import sys

from sources import ROOT, cxx


def sources_in(compiled):
    """Itself, or what CMake has collected in it to be compiled as one."""
    if "Unity" not in compiled.parts:
        return [compiled]
    included = re.findall(r'^#include "(.*)"$', compiled.read_text(encoding="utf-8"), re.MULTILINE)
    return [pathlib.Path(path).resolve() for path in included]


def forgotten(build, root=ROOT):
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    files = [pathlib.Path(entry["directory"], entry["file"]).resolve() for entry in entries]
    compiled = {source for file in files for source in sources_in(file)}
    return [f for f in cxx(root) if f.suffix == ".cpp" and f.resolve() not in compiled]


def main():
    found = forgotten(pathlib.Path(sys.argv[1]))
    for file in found:
        print(f"{file.relative_to(ROOT)}:1: stands in no CMakeLists.txt")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
