# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""Where evenings are played: a home folder, a session bus, a clock, and the service, which is started again whenever it
has ended, as systemd would. All runs in one GLib loop."""
import dataclasses
import os
import pathlib
import signal
import subprocess
import time

from desk_ending import end_with_us
from desk_inside import Gio, GLib
from desk_session import BUS_CONFIGURATION
from setting import WallClock

NAME = "io.github.calmcalf.Calmcalf"
OBJECT = "/io/github/calmcalf/Calmcalf"
INTERFACE = f"{NAME}1"

TICK = 0.02
# A service that is killed without end would not be started again at once, either.
RESTARTS_AFTER = 0.1
FAILED = 1  # its exit status where it cannot go on; what a sanitizer finds ends it with another


@dataclasses.dataclass
class Excuse:
    why: str
    status: int


class Stage:
    """`healthy`: for how many seconds so far all was well, and the service could do what it is there for. Whatever is
    given some time to happen is given it of these."""

    def __init__(self, folder, programs, now, speed):
        self.folder = pathlib.Path(folder)
        self.calmcalf, self.calmcalfd, clock = programs
        home = self.folder / "home"
        self.schedule = home / ".config/calmcalf/routine.toml"
        self.history = home / ".local/share/calmcalf/history.db"
        for place in (self.schedule.parent, self.history.parent, self.folder / "run"):
            place.mkdir(parents=True, mode=0o700)
        self.clock = WallClock(self.folder / "clock", now, speed)
        self.env = {
            **os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "XDG_DATA_HOME":
            str(home / ".local/share"), "XDG_STATE_HOME": str(home / ".local/state"), "XDG_CACHE_HOME":
            str(home / ".cache"), "XDG_RUNTIME_DIR": str(self.folder / "run"),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.folder}/bus", "CHAOS_CLOCK": str(self.folder / "clock"),
            "LD_PRELOAD": clock, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0:exitcode=99"}
        self.env.pop("TZ", None)
        self.loop = GLib.MainLoop()
        self.log = open(self.folder / "log", "a", encoding="utf-8", buffering=1)
        self.events = []  # what happened, for people
        self.wrong = []  # what must not happen
        self.began = self.ticked = time.monotonic()
        self.titles = {}
        self.healthy = 0.0
        self.bus = self.daemon = self.service = self.screen = None
        self.is_ready = self.is_frozen = self.is_disk_full = False
        self.is_to_run = False
        self.excuse = None  # an Excuse: why the service may end, and how
        self.upsets = 0  # how often a service has ended, or a disk was full: what was not on disk by then may be lost
        self.commands = []
        self.on_happened = lambda event, details: None
        self.failure = None
        self.later(TICK, self.tend)

    # ---- time

    def later(self, seconds, what, *arguments):
        def call():
            try:
                what(*arguments)
            except Exception as failure:  # GLib would go on without a word
                self.failure = failure
                self.loop.quit()
            return False
        GLib.timeout_add(max(1, int(seconds * 1000)), call)

    def run(self, until):
        """Until it is true; whatever happens meanwhile."""
        def look():
            if until():
                self.loop.quit()
            else:
                self.later(TICK, look)
        if not until():
            self.later(TICK, look)
            self.loop.run()
        if self.failure:
            raise self.failure

    def run_for(self, seconds):
        end = time.monotonic() + seconds
        self.run(lambda: time.monotonic() >= end)

    def run_healthy(self, seconds, patience=30):
        """Returns whether it came to that within `patience` real seconds."""
        end, limit = self.healthy + seconds, time.monotonic() + patience
        self.run(lambda: self.healthy >= end or time.monotonic() > limit)
        return self.healthy >= end

    def tend(self):
        now = time.monotonic()
        if self.is_well():
            self.healthy += min(now - self.ticked, 5 * TICK)
            self.screen.look()
        self.ticked = now
        if self.service and self.service.poll() is not None:
            self.take_end(self.service.returncode)
        for command, then in self.commands[:]:
            if command.poll() is not None:
                self.commands.remove((command, then))
                then(command.returncode)
        self.later(TICK, self.tend)

    def is_well(self):
        return (self.service is not None and self.is_ready and not self.is_frozen and not self.is_disk_full
                and self.screen.is_there and not self.screen.hangs)

    # ---- what is told of it

    def tell(self, what):
        real = time.monotonic() - self.began
        wall = time.strftime("%d %H:%M:%S", time.gmtime(self.clock.now()))
        line = f"{real:7.3f} s  {wall} UTC  {what}"
        self.events.append(line)
        self.log.write(f"-- {line}\n")

    def violate(self, what):
        self.wrong.append(what)
        self.tell(f"WRONG: {what}")

    def steps_in(self, title, body):
        """The ids of the steps that a popup is about."""
        named = [self.titles[line] for line in body.split("\n") if line in self.titles]
        return [self.titles[title]] if title in self.titles else named

    # ---- the session bus

    def start_bus(self):
        if self.daemon is not None:
            return
        path = self.folder / "bus"
        path.unlink(missing_ok=True)
        configuration = self.folder / "bus.conf"
        configuration.write_text(BUS_CONFIGURATION.format(path=path, services=""), encoding="utf-8")
        self.daemon = subprocess.Popen(["dbus-daemon", f"--config-file={configuration}", "--nofork", "--nopidfile",
                                        "--nosyslog"], stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
                                       preexec_fn=end_with_us)
        while not path.exists():
            time.sleep(0.002)
        self.bus = self.connect()
        self.bus.signal_subscribe("org.freedesktop.DBus", "org.freedesktop.DBus", "NameOwnerChanged", None, NAME,
                                  Gio.DBusSignalFlags.NONE, self.take_owner)
        self.bus.signal_subscribe(None, INTERFACE, "Happened", OBJECT, None, Gio.DBusSignalFlags.NONE,
                                  self.take_happening)

    def kill_bus(self):
        daemon, self.daemon, self.bus = self.daemon, None, None
        self.is_ready = False
        self.screen.go()
        daemon.kill()
        daemon.wait()

    def connect(self):
        for tries in range(200):
            try:
                bus = Gio.DBusConnection.new_for_address_sync(
                    self.env["DBUS_SESSION_BUS_ADDRESS"], Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                    | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
                bus.set_exit_on_close(False)
                return bus
            except GLib.Error:
                if tries == 199:
                    raise
                time.sleep(0.01)  # its socket is there before it listens

    @staticmethod
    def call(bus, name, path, interface, method, arguments, timeout=10_000):
        return bus.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NO_AUTO_START, timeout,
                             None)

    def take_owner(self, bus, _sender, _path, _interface, _signal, arguments):
        if bus is self.bus:
            self.is_ready = arguments.unpack()[2] != ""
            if self.is_ready:
                self.excuse = None

    def take_happening(self, bus, _sender, _path, _interface, _signal, arguments):
        if bus is self.bus:
            self.on_happened(*arguments.unpack())

    def ask(self, method, arguments, then):
        """`then` is told None, or the name of an error."""
        def finish(bus, result):
            try:
                bus.call_finish(result)
                then(None)
            except GLib.Error as error:
                then(Gio.DBusError.get_remote_error(error) or "none")
        if self.bus is None:
            return then("none")
        self.bus.call(NAME, OBJECT, INTERFACE, method, arguments, None, Gio.DBusCallFlags.NO_AUTO_START, 10_000, None,
                      finish)

    def property(self, name):
        return self.call(self.bus, NAME, OBJECT, "org.freedesktop.DBus.Properties", "Get",
                         GLib.Variant("(ss)", (INTERFACE, name))).unpack()[0]

    def command(self, *words, then):
        """`then` is told its exit status."""
        started = subprocess.Popen([self.calmcalf, *words], env=self.env, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=self.log, preexec_fn=end_with_us)
        self.commands.append((started, then))

    # ---- the service

    def start_service(self):
        self.is_to_run = True
        if self.service is not None or self.bus is None:
            return
        self.excuse = Excuse("the disk was full", FAILED) if self.is_disk_full else None
        self.service = subprocess.Popen([self.calmcalfd, "-v"], env=self.env, stdin=subprocess.DEVNULL, stdout=self.log,
                                        stderr=self.log, preexec_fn=end_with_us)
        self.tell("the service is started")

    def signal(self, number):
        if self.service is not None:
            self.service.send_signal(number)

    def kill_service(self, why):
        """Returns whether there was one."""
        if self.service is None:
            return False
        self.tell(why)
        self.excuse = Excuse(why, -signal.SIGKILL)
        self.service.kill()
        self.service.wait()
        self.take_end(self.service.returncode)
        return True

    def freeze(self):
        self.is_frozen = True
        self.signal(signal.SIGSTOP)

    def thaw(self):
        self.is_frozen = False
        self.signal(signal.SIGCONT)

    def take_end(self, status):
        if self.service is None:
            return
        self.service, self.is_ready, self.is_frozen = None, False, False
        self.upsets += 1
        self.screen.orphan()
        if self.excuse is None or status != self.excuse.status:
            why = f", though {self.excuse.why}" if self.excuse else ""
            self.violate(f"the service ended by itself, with {status}{why}")
        else:
            self.tell(f"the service has ended with {status}")
        if self.is_to_run:
            self.later(RESTARTS_AFTER, self.start_again)

    def start_again(self):
        if self.is_to_run:
            self.start_service()
            if self.service is None:
                self.later(RESTARTS_AFTER, self.start_again)

    def stop_service(self):
        """In good order; its exit status. Its popups are gone then."""
        self.is_to_run = False
        if self.service is None:
            return None
        service, self.excuse = self.service, Excuse("it was told to", 0)
        service.terminate()
        end = time.monotonic() + 20
        self.run(lambda: self.service is None or time.monotonic() > end)
        return service.returncode

    def close(self):
        self.is_to_run = False
        if self.service:
            self.service.kill()
            self.service.wait()
        for command, _ in self.commands:
            command.kill()
            command.wait()
        if self.daemon:
            self.kill_bus()
        self.clock.close()
        self.log.close()
