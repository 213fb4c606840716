#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""format.py [--fix]: what clang-format 19 would write differently; with --fix, have it do so."""
import shutil
import subprocess
import sys

from sources import ROOT, cxx


def main():
    tool = shutil.which("clang-format-19")
    if not tool:
        print("clang-format-19 is not installed")
        return 77
    how = ["-i"] if "--fix" in sys.argv[1:] else ["--dry-run", "-Werror"]
    ours = [str(f.relative_to(ROOT)) for f in cxx()]
    status = subprocess.run([tool, *how, *ours], cwd=ROOT, check=False).returncode if ours else 1
    print(f"{len(ours)} files read" + (": run tests/lint/format.py --fix" if status else ""))
    return status


if __name__ == "__main__":
    sys.exit(main())
