#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""spdx.py: the source files without the two SPDX lines at their top, a line each. Exit status 1 if there are any."""
import sys

from sources import ROOT, files

LINES = ("SPDX-FileCopyrightText: The Calmcalf authors", "SPDX-License-Identifier: MIT")
SUFFIXES = {".hpp", ".cpp", ".in", ".cmake", ".py", ".sh", ".service", ".supp"}
NAMES = {"CMakeLists.txt", ".clang-format", ".clang-tidy"}


def is_source(path):
    if path.suffix in SUFFIXES or path.name in NAMES:
        return True
    with path.open("rb") as f:
        return f.read(2) == b"#!"


def has_header(text):
    """In the first lines, after a #! or <?xml at most, and behind whatever opens a comment."""
    lines = text.splitlines()[:3]
    if lines and lines[0].startswith(("#!", "<?xml ")):
        del lines[0]
    return len(lines) >= 2 and all(line.lstrip("/#;<!-* ").rstrip(" ->*/") == want for line, want in zip(lines, LINES))


def main():
    ours = [f for f in files() if is_source(f)]
    without = [f for f in ours if not has_header(f.read_text(encoding="utf-8"))]
    for file in without:
        print(f"{file.relative_to(ROOT)}:1: does not begin with the two SPDX lines")
    print(f"{len(ours)} files read, {len(without)} without the SPDX lines")
    return 1 if without or not ours else 0


if __name__ == "__main__":
    sys.exit(main())
