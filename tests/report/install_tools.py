#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""install_tools.py FOLDER: what the report is checked with, by npm and into FOLDER, in the versions of
package-lock.json beside this file. Does nothing where they are there already."""
import pathlib
import shutil
import subprocess
import sys

HERE, FOLDER = pathlib.Path(__file__).resolve().parent, pathlib.Path(sys.argv[1])
LOCK = "package-lock.json"


def is_installed():
    return (FOLDER / LOCK).is_file() and (FOLDER / LOCK).read_bytes() == (HERE / LOCK).read_bytes()


def install():
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / LOCK).unlink(missing_ok=True)
    shutil.copy(HERE / "package.json", FOLDER)
    # The lock comes last: it says that everything is there.
    with_lock = FOLDER / "installing"
    shutil.rmtree(with_lock, ignore_errors=True)
    with_lock.mkdir()
    for name in ("package.json", LOCK):
        shutil.copy(HERE / name, with_lock)
    subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=with_lock, check=True)
    shutil.rmtree(FOLDER / "node_modules", ignore_errors=True)
    (with_lock / "node_modules").rename(FOLDER / "node_modules")
    shutil.rmtree(with_lock)
    shutil.copy(HERE / LOCK, FOLDER)


if __name__ == "__main__":
    if shutil.which("npm") is None:
        print("npm is not there; tools/packages install browser")
        sys.exit(77)
    if not is_installed():
        install()
