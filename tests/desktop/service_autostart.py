#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The autostart file's command: it starts the service once, with the session's environment, by systemd or by the bus;
and nothing where the session starts units, the service runs, or its unit is masked. `calmcalf doctor` says which."""
import configparser
import json
import os
import pathlib
import subprocess

import bus_activation
from bus_activation import NAME, UNIT, environment_of, process
from desk_inside import DIR, KIND, wait_for
from notifier_driving import check
from service_driving import CALMCALF, CALMCALFD, write_schedule

FILE = pathlib.Path(__file__).resolve().parents[2] / f"packaging/autostart/{NAME}.desktop"
GENERATOR = "/usr/lib/systemd/user-generators/systemd-xdg-autostart-generator"
COMMANDS = f"{pathlib.Path(CALMCALF).parent}:{os.environ['PATH']}"


def entry():
    file = configparser.ConfigParser(interpolation=None)
    file.optionxform = str
    file.read(FILE, encoding="utf-8")
    return file["Desktop Entry"]


def session_begins(socket, status=0):
    """What the session does with the file; returns what is said then, in both streams."""
    done = subprocess.run(entry()["Exec"].split(), capture_output=True, text=True, timeout=60, check=False,
                          env={**os.environ, "PATH": COMMANDS, "SWAYSOCK": socket, "SECRET": "of the session"})
    check(done.returncode == status, f"it ended with {done.returncode}: {done.stderr}")
    return done.stdout + done.stderr


def systemctl(*words):
    done = subprocess.run(["systemctl", "--user", *words], capture_output=True, text=True, timeout=60, check=False)
    check(done.returncode == 0, f"systemctl {' '.join(words)}: {done.stderr}")
    return done.stdout.strip()


def show(what):
    return systemctl("show", "-P", what, UNIT.name)


def expect_started_once():
    check(session_begins("/first") == "" and process(), "it starts no service")
    service = process()
    environment = environment_of(service)
    check(environment.get("SWAYSOCK") == "/first" and "SECRET" not in environment, f"its environment: {environment}")
    check(session_begins("/second") == "" and process() == service, "it starts the service again")
    return service


def install_unit():
    """The unit as it is built, where packages for one user put it; see service_systemd.py for what differs."""
    built = UNIT.read_text(encoding="utf-8")
    start = next(line for line in built.splitlines() if line.startswith("ExecStart="))
    units = pathlib.Path(os.environ["XDG_DATA_HOME"], "systemd/user")
    (units / f"{UNIT.name}.d").mkdir(parents=True)
    (units / UNIT.name).write_text(built.replace(start, f"ExecStart={CALMCALFD}"), encoding="utf-8")
    (units / f"{UNIT.name}.d/test.conf").write_text(
        "[Service]\nPrivateTmp=no\nEnvironment=ASAN_OPTIONS=detect_leaks=0\n", encoding="utf-8")
    systemctl("daemon-reload")


def generated(text):
    """The units that systemd makes of an autostart file."""
    etc, units = pathlib.Path(DIR, "etc"), pathlib.Path(DIR, "generated")
    for folder in (etc / "autostart", units):
        folder.mkdir(parents=True, exist_ok=True)
    (etc / "autostart" / FILE.name).write_text(text, encoding="utf-8")
    subprocess.run([GENERATOR, units, units, units], check=True, timeout=20,
                   env={**os.environ, "PATH": COMMANDS, "XDG_CONFIG_DIRS": str(etc)})
    return [unit.name for unit in units.glob("*.service")]


def doctor_says(verdict, words, remedy="", **session):
    """Of how the service starts, in a session with these variables."""
    done = subprocess.run([CALMCALF, "doctor", "--json"], capture_output=True, text=True, timeout=60, check=False,
                          env={**os.environ, **session})
    said = next(finding for finding in json.loads(done.stdout) if finding["check"] == "unit")
    check(said["verdict"] == verdict and words in said["message"] and remedy in said["remedy"], f"doctor: {said}")


def test_with_systemd():
    text = FILE.read_text(encoding="utf-8")
    check(generated(text) == [], f"systemd makes units of the file: {generated(text)}")
    check(generated(text.replace("X-systemd-skip", "X-other")), "systemd makes no unit of any file")

    install_unit()
    bus_activation.offer()
    check(session_begins("/first") == "" and not process(), "a unit that is not enabled is started")
    check("SWAYSOCK" not in systemctl("show-environment"), "the session's own environment is changed")
    xfce = {"XDG_CURRENT_DESKTOP": "XFCE", "XDG_CONFIG_DIRS": str(pathlib.Path(DIR, "etc"))}
    doctor_says("limited", "it does not start with your session", "systemctl --user enable", **xfce)
    systemctl("start", UNIT.name)
    service = process()
    check(session_begins("/first") == "" and process() == service and show("NRestarts") == "0", "it was restarted")

    # A session that starts no units.
    systemctl("stop", "desk-session.target")
    check(wait_for(lambda: not process() and show("ActiveState") == "inactive", 20), "it outlives its session")
    doctor_says("good", "the desktop's autostart starts it", **xfce)
    doctor_says("limited", "nothing was found that starts it", "calmcalf autostart", XDG_CURRENT_DESKTOP="i3")
    check(expect_started_once() == int(show("MainPID")), "it is not the unit that runs")
    systemctl("stop", UNIT.name)
    systemctl("mask", UNIT.name)
    doctor_says("limited", "it is masked", "systemctl --user unmask calmcalf", **xfce)
    said = session_begins("/third")
    check("calmcalf.service is masked" in said and len(said.splitlines()) == 1, f"of a masked unit is said {said!r}")
    check(not process(), "a masked unit is started")
    launched = subprocess.run([CALMCALF, "launch"], capture_output=True, text=True, timeout=60, check=False)
    check(launched.returncode == 3 and "is masked" in launched.stderr, f"a click on a masked one: {launched}")


def test_without_systemd():
    check("is Calmcalf installed?" in session_begins("/zeroth", status=3), "nothing can start it, and nothing is said")
    bus_activation.offer()
    expect_started_once()
    bus_activation.end()


write_schedule(("water", "at = 20:30:00"))
if KIND == "systemd":
    test_with_systemd()
else:
    test_without_systemd()
