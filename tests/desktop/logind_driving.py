# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""For the tests of what logind says: the desk's mocked logind."""
import os
import pathlib
import signal
import subprocess

from desk_inside import Gio, GLib, call, wait_for
from notifier_driving import BUS, BUS_PATH, check

NAME = "org.freedesktop.login1"
PATH = "/org/freedesktop/login1"
MANAGER = f"{NAME}.Manager"
SESSION = f"{NAME}.Session"
USER = f"{NAME}.User"
MOCK = "org.freedesktop.DBus.Mock"


def session_path(name):
    return f"{PATH}/session/{name}"


def user_path():
    return f"{PATH}/user/{os.getuid()}"


class Logind:
    """Sessions are named as in "c1", which is there from the start."""

    def __init__(self):
        self.bus = Gio.DBusConnection.new_for_address_sync(
            os.environ["DBUS_SYSTEM_BUS_ADDRESS"],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.bus.set_exit_on_close(False)
        self.take_up()
        self.command = pathlib.Path(f"/proc/{self.pid}/cmdline").read_text().split("\0")[:-1]

    def take_up(self):
        self.pid = self.find_pid()
        # The template's own fails on every call.
        self.mock(PATH, "AddMethod", "(sssss)", MANAGER, "GetUser", "u", "o",
                  'ret = "/org/freedesktop/login1/user/" + str(args[0])')

    def find_pid(self):
        return call(self.bus, BUS, BUS_PATH, BUS, "GetConnectionUnixProcessID", "(s)", NAME)

    def runs(self):
        return call(self.bus, BUS, BUS_PATH, BUS, "NameHasOwner", "(s)", NAME)

    def bus_pid(self):
        return call(self.bus, BUS, BUS_PATH, BUS, "GetConnectionUnixProcessID", "(s)", BUS)

    def mock(self, path, method, signature, *arguments):
        return self.bus.call_sync(NAME, path, MOCK, method, GLib.Variant(signature, arguments), None,
                                  Gio.DBusCallFlags.NO_AUTO_START, 5000, None)

    def emit(self, path, interface, name, signature="", *arguments):
        self.mock(path, "EmitSignal", "(sssav)", interface, name, signature, list(arguments))

    # ---- sessions

    def add_session(self, name, seat="seat0", announced=True, **properties):
        self.mock(PATH, "AddSession", "(ssusb)", name, seat, os.getuid(), "desk", True)
        if properties:
            self.set(session_path(name), SESSION, **properties)
        if announced:
            self.announce("SessionNew", name)

    def remove_session(self, name):
        self.mock(PATH, "RemoveObject", "(s)", session_path(name))
        self.announce("SessionRemoved", name)

    def announce(self, what, name):
        self.emit(PATH, MANAGER, what, "so", GLib.Variant("s", name), GLib.Variant("o", session_path(name)))

    def set(self, path, interface, **properties):
        """Changes properties and says so."""
        for name, value in properties.items():
            call(self.bus, NAME, path, "org.freedesktop.DBus.Properties", "Set", "(ssv)", interface, name, value)

    def set_display(self, name):
        self.set(user_path(), USER, Display=GLib.Variant("(so)", (name, session_path(name) if name else "/")))

    # ---- locks and sleep

    def hint(self, locked, session="c1"):
        self.set(session_path(session), SESSION, LockedHint=GLib.Variant("b", locked))

    def hint_quietly(self, locked, session="c1"):
        """The session is another object from now on, so nobody is told."""
        self.mock(PATH, "RemoveObject", "(s)", session_path(session))
        properties = {"LockedHint": GLib.Variant("b", locked), "State": GLib.Variant("s", "active"),
                      "Type": GLib.Variant("s", "test"), "User": GLib.Variant("(uo)", (os.getuid(), user_path())),
                      "Seat": GLib.Variant("(so)", ("seat0", f"{PATH}/seat/seat0")),
                      "Name": GLib.Variant("s", "desk")}
        self.mock(PATH, "AddObject", "(ssa{sv}a(ssss))", session_path(session), SESSION, properties, [])

    def invalidate_hint(self, session="c1"):
        self.emit(session_path(session), "org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as",
                  GLib.Variant("s", SESSION), GLib.Variant("a{sv}", {}), GLib.Variant("as", ["LockedHint"]))

    def lock(self, session="c1"):
        self.emit(session_path(session), SESSION, "Lock")

    def unlock(self, session="c1"):
        self.emit(session_path(session), SESSION, "Unlock")

    def prepare_for_sleep(self, begins):
        self.emit(PATH, MANAGER, "PrepareForSleep", "b", GLib.Variant("b", begins))

    # ---- the process

    def stop(self):
        os.kill(self.pid, signal.SIGSTOP)

    def go_on(self):
        os.kill(self.pid, signal.SIGCONT)

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)
        check(wait_for(lambda: not self.runs(), 5), "logind's name stays")

    def start_again(self):
        """Without any session."""
        subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        check(wait_for(self.runs, 10), "logind does not start again")
        self.take_up()

    def hold_name(self):
        """After kill(): the test itself is logind, and knows none of its methods."""
        call(self.bus, BUS, BUS_PATH, BUS, "RequestName", "(su)", NAME, 0)

    def release_name(self):
        call(self.bus, BUS, BUS_PATH, BUS, "ReleaseName", "(s)", NAME)
