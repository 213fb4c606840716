# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The programs that Calmcalf is measured beside: how each is started, and when it is ready. Inside a desk."""
import dataclasses
import datetime
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable

from process_figures import MARK, Memory, read, started_by

NOTIFICATION = "Your legs"
HOME = pathlib.Path(os.environ.get("HOME", "/"))
UNITS = pathlib.Path(os.environ.get("XDG_CONFIG_HOME", HOME / ".config"), "systemd/user")
READY_WITHIN = 60  # seconds


@dataclasses.dataclass
class Program:
    name: str
    command: list[str]
    ready: Callable  # (program, watch, when it was started, its process) -> when it was ready, or None
    ready_is: str
    packages: list[str]
    prepare: Callable = lambda: None
    is_graphical: bool = False
    helpers: tuple[str, ...] = ()  # processes that are not counted: a database of its own
    processes_stay: bool = True
    shows: tuple = ()  # (member, what), to be heard of on the bus before it is looked at
    process: subprocess.Popen | None = None

    def cannot_run(self):
        """Why it cannot, or nothing."""
        return "" if shutil.which(self.command[0]) else f"{self.command[0]} is not installed"

    def start(self, watch):
        """Seconds until it was ready."""
        self.prepare()
        log = pathlib.Path(os.environ["DESK_DIR"], "log", f"{self.name}.log")
        environment = {**os.environ, MARK: self.name}
        with log.open("ab") as output, ReadySocket() as ready_socket:
            environment["NOTIFY_SOCKET"] = ready_socket.path
            began = time.monotonic()
            self.process = subprocess.Popen(self.command, env=environment, cwd=HOME, stdin=subprocess.DEVNULL,
                                            stdout=output, stderr=output, start_new_session=True)
            at = self.ready(self, watch, began, ready_socket)
        if at is None:
            tail = " / ".join(read(log).splitlines()[-2:])
            raise RuntimeError(f"not ready within {READY_WITHIN} s ({self.ready_is}): {tail}")
        return at - began

    def pids(self):
        return [pid for pid in started_by(self.name) if not is_helper(pid, self.helpers)]

    def helper_pids(self):
        return [pid for pid in started_by(self.name) if is_helper(pid, self.helpers)]

    def memory(self):
        return Memory(self.pids())

    def end(self):
        for number in (signal.SIGTERM, signal.SIGKILL):
            for pid in started_by(self.name):
                try:
                    os.kill(pid, number)
                except ProcessLookupError:
                    pass
            until = time.monotonic() + 5
            while time.monotonic() < until:
                if self.process.poll() is not None and not started_by(self.name):
                    return
                time.sleep(0.05)


def is_helper(pid, helpers):
    return read(f"/proc/{pid}/comm").startswith(helpers) if helpers else False


class ReadySocket:
    """What systemd offers a service that says READY=1."""

    def __enter__(self):
        self.path = f"{os.environ['DESK_DIR']}/ready"
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(self.path)
        self.socket.settimeout(READY_WITHIN)
        return self

    def __exit__(self, *_):
        self.socket.close()
        os.unlink(self.path)

    def wait(self):
        try:
            while b"READY=1" not in self.socket.recv(4096):
                pass
        except TimeoutError:
            return None
        return time.monotonic()


# ---- when they are ready

def says_ready(_program, _watch, _began, ready_socket):
    return ready_socket.wait()


def heard_of(member, what):
    return lambda _program, watch, began, _socket: watch.wait(began, member, what, READY_WITHIN)


def sleeps(program, _watch, began, _socket):
    """Once it waits for its first reminder: the kernel says in which call a process is."""
    sleeping = {"35", "230", "34"} if os.uname().machine == "x86_64" else {"101", "115", "73"}
    while time.monotonic() < began + READY_WITHIN:
        if read(f"/proc/{program.process.pid}/syscall").split(" ")[0] in sleeping:
            return time.monotonic()
        time.sleep(0.0002)
    return None


def ends(program, _watch, _began, _socket):
    return time.monotonic() if program.process.wait(READY_WITHIN) == 0 else None


# ---- what they are given to do: as much as Calmcalf, and nothing of it within the hour

def clock_in(seconds):
    return (datetime.datetime.now() + datetime.timedelta(seconds=seconds)).strftime("%H:%M:%S")


def write_routine():
    """Six steps, of which the first is due at once, and its popup stays."""
    steps = "".join(f'\n[[step]]\nid = "step-{i}"\ntitle = "{NOTIFICATION} {i}"\ntext = "A glass of water."\n'
                    f'at = {clock_in(at)}\n' for i, at in enumerate((3, 7200, 9000, 10800, 12600, 14400)))
    file = HOME / ".config/calmcalf/routine.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    rules = 'expires_after = "6h"\nrepeat_at_most = 0'
    file.write_text(f"[bedtime]\ntime = {clock_in(18000)}\n[reminders]\n{rules}\n{steps}", encoding="utf-8")


def write_reminders():
    lines = (f"REM AT {clock_in(7200 + 1800 * i)[:5]} MSG {NOTIFICATION} {i}\n" for i in range(6))
    (HOME / "reminders").write_text("".join(lines), encoding="utf-8")


def write_timers():
    UNITS.mkdir(parents=True, exist_ok=True)
    for i in range(6):
        timer = f"[Timer]\nOnCalendar=*-*-* {clock_in(7200 + 1800 * i)}\n"
        (UNITS / f"legs-{i}.timer").write_text(timer, encoding="utf-8")
        service = f"[Service]\nExecStart=notify-send '{NOTIFICATION} {i}'\n"
        (UNITS / f"legs-{i}.service").write_text(service, encoding="utf-8")
    subprocess.run(["systemctl", "--user", "daemon-reload"], check=True)


class Timers(Program):
    """Nothing of it runs between two popups: what six timers cost is what the user's systemd takes more with them."""

    def cannot_run(self):
        return "" if os.environ["DESK_KIND"] == "systemd" else "needs root here, for a `systemd --user` of its own"

    def manager(self):
        return next(pid for pid in map(int, filter(str.isdigit, os.listdir("/proc")))
                    if "/systemd\0--user" in read(f"/proc/{pid}/cmdline"))

    def start(self, watch):
        subprocess.run(["systemctl", "--user", "daemon-reload"], check=True)
        self.before = Memory([self.manager()])
        return super().start(watch)

    def memory(self):
        now = Memory([self.manager()])
        now.proportional -= self.before.proportional
        now.private -= self.before.private
        return now

    def end(self):
        subprocess.run(["systemctl", "--user", "stop", *self.command[3:]], check=True)


def programs(build):
    """By the name on the command line; Calmcalf first, then the floor."""
    tray = "its tray item is registered"
    calmcalfd = str(pathlib.Path(build, "daemon/calmcalfd"))
    return [
        Program("calmcalf", [calmcalfd], says_ready, "READY=1", [], prepare=write_routine,
                shows=(("Notify", NOTIFICATION), ("RegisterStatusNotifierItem", ""))),
        Program("notify-send", ["notify-send", "--wait", "--expire-time=0", NOTIFICATION, "A glass of water."],
                heard_of("Notify", NOTIFICATION), "Notify is on the bus", ["libnotify-bin"]),
        Program("safeeyes", ["safeeyes"], heard_of("RegisterStatusNotifierItem", ""), tray, ["safeeyes"],
                is_graphical=True),
        Program("workrave", ["workrave"], heard_of("NameOwnerChanged", "org.workrave.Workrave"), "its bus name is owned",
                ["workrave"], is_graphical=True),
        Program("rsibreak", ["rsibreak"], heard_of("RegisterStatusNotifierItem", ""), tray, ["rsibreak"],
                is_graphical=True),
        Program("kalarm", ["kalarm", "--tray"], heard_of("RegisterStatusNotifierItem", ""), tray, ["kalarm"],
                is_graphical=True, helpers=("akonadi", "mysqld", "mariadbd", "postgres")),
        Program("remind", ["remind", "-z", "-knotify-send %s", str(HOME / "reminders")], sleeps,
                "it sleeps until its next reminder", ["remind"], prepare=write_reminders),
        Timers("systemd", ["systemctl", "--user", "start", *[f"legs-{i}.timer" for i in range(6)]], ends,
               "`systemctl --user start` has ended", ["libnotify-bin"], prepare=write_timers, processes_stay=False),
    ]


def version(package):
    """As Debian knows it, without its own additions."""
    try:
        said = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, text=True,
                              check=False).stdout
    except FileNotFoundError:
        return ""
    return re.sub(r"^\d+:|[-+].*$", "", said)
