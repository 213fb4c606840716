# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""Which files are ours."""
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
CXX_FOLDERS = ("daemon", "cli", "tests")


def files(root=ROOT):
    """Every file of the repository, new ones included that git does not ignore; outside of git, all but build/."""
    git = subprocess.run(["git", "-c", "safe.directory=*", "-C", root, "ls-files", "-z", "--cached", "--others",
                          "--exclude-standard"], capture_output=True, check=False)
    if git.returncode == 0 and (root / ".git").exists():
        names = git.stdout.decode().split("\0")
        return sorted(root / name for name in names if name and (root / name).is_file())
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = [f for f in folders if f not in ("build", ".git", "__pycache__")]
        found += [pathlib.Path(folder, name) for name in names]
    return sorted(found)


def cxx(root=ROOT):
    """Our C++ sources and headers."""
    return [f for f in files(root) if f.suffix in (".hpp", ".cpp") and f.relative_to(root).parts[0] in CXX_FOLDERS]
