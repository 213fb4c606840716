# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""How a bench gets onto a private desktop: installs, builds, and runs itself again inside."""
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
KIND_OF_ROOT = "systemd"  # needs root, and has a real `systemd --user`, for its timers

sys.path.insert(0, str(ROOT / "tests/desktop"))


def is_inside():
    return "DESK_DIR" in os.environ


def install_and_build(build, *sets, tests=False):
    """A build that is given is taken as it is."""
    subprocess.run([ROOT / "tools/packages", "install", "build", *sets], check=True)
    if build:
        return pathlib.Path(build).resolve()
    print("==> Builds what is installed in build/release (details in build/release.log)", file=sys.stderr)
    subprocess.run([ROOT / "tools/build", *([] if tests else ["--without-tests"]), "release"], check=True)
    return ROOT / "build/release"


def run_inside(kind, program, *words):
    """The exit status of this program, run in a desk of this kind."""
    sys.stdout.flush()
    return subprocess.run([ROOT / "tests/desktop/desk", kind, "--", "/usr/bin/python3", program, *words], check=False,
                          env={**os.environ, "DESK_PANEL": "1"}).returncode
