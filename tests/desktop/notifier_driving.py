# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""For the tests of the libnotify adapter: its probe, the desk's own server, and a server that does as it is told."""
import os
import pathlib
import queue
import signal
import subprocess
import sys
import threading
import time

from desk_inside import DIR, NOTES, NOTES_PATH, Gio, GLib, bus, call, events, need_desk, open_notes, wait_for

BUS = "org.freedesktop.DBus"
BUS_PATH = "/org/freedesktop/DBus"
RECORD = pathlib.Path(DIR, "run/calmcalf/popups")


def check(ok, text):
    """Ends the test where something is not as it should be."""
    if not ok:
        raise SystemExit(f"FAILED: {text}")


class Probe:
    """notifier_probe, whose path is the test's first argument: commands in, reports out."""

    def __init__(self, *commands, record=RECORD):
        need_desk()
        self.process = subprocess.Popen([sys.argv[1], str(record), *commands], text=True, bufsize=1,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.said = []
        self.lines = queue.Queue()
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def tell(self, command):
        self.process.stdin.write(command + "\n")

    def expect(self, start, secs=15):
        """The next line that starts so; those before it are passed over, and remembered in said."""
        end = time.monotonic() + secs
        while True:
            try:
                line = self.lines.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                check(False, f"no {start!r} within {secs} s; the probe said {self.said}")
            if not line.startswith("pong"):
                self.said.append(line)
            if line.startswith(start):
                return line

    def show(self, key, title, command="show", secs=15):
        self.tell(f"{command} {key} {title}")
        self.expect(f"shown {key}", secs)

    def heard(self):
        """Everything said until now: whatever the loop had to say before it answers."""
        self.ping()
        return self.said

    def ping(self):
        """Milliseconds until the loop that the notifier reports to answers."""
        began = time.monotonic()
        self.tell("ping x")
        self.expect("pong x")
        return (time.monotonic() - began) * 1000

    def quit(self):
        """Milliseconds that the notifier's end took."""
        self.tell("quit")
        took = int(self.expect("ended").split()[1])
        check(self.process.wait(5) == 0, f"the probe ended with {self.process.returncode}")
        return took

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def idle_switches(self):
        """How often any of its threads has been woken so far."""
        tasks = pathlib.Path(f"/proc/{self.process.pid}/task")
        status = [line for task in tasks.iterdir() for line in (task / "status").read_text().splitlines()]
        return sum(int(line.split()[1]) for line in status if "voluntary_ctxt_switches" in line)


def server_pid():
    return call(bus(), BUS, BUS_PATH, BUS, "GetConnectionUnixProcessID", "(s)", NOTES)


def has_server():
    return call(bus(), BUS, BUS_PATH, BUS, "NameHasOwner", "(s)", NOTES)


class DeskServer:
    """The notification server that the desk started."""

    def __init__(self):
        self.pid = server_pid()
        self.command = pathlib.Path(f"/proc/{self.pid}/cmdline").read_text().split("\0")[:-1]

    def stop(self):
        os.kill(self.pid, signal.SIGSTOP)

    def go_on(self):
        os.kill(self.pid, signal.SIGCONT)

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)
        check(wait_for(lambda: not has_server(), 5), "the server's name stays")

    def start_again(self):
        subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        check(wait_for(has_server, 10), "the server does not start again")
        self.pid = server_pid()


INTERFACE = """<node><interface name="org.freedesktop.Notifications">
<method name="GetServerInformation"><arg direction="out" type="s"/><arg direction="out" type="s"/>
 <arg direction="out" type="s"/><arg direction="out" type="s"/></method>
<method name="GetCapabilities"><arg direction="out" type="as"/></method>
<method name="CloseNotification"><arg direction="in" type="u"/></method>
<method name="Notify"><arg direction="in" type="s"/><arg direction="in" type="u"/><arg direction="in" type="s"/>
 <arg direction="in" type="s"/><arg direction="in" type="s"/><arg direction="in" type="as"/>
 <arg direction="in" type="a{sv}"/><arg direction="in" type="i"/><arg direction="out" type="u"/></method>
</interface></node>"""


class ScriptedServer:
    """A server for the kind none. What it does with the next popups stands in script, one entry each: "zero" takes none,
    "silence" answers when told to, any other text is the name of an error. Without an entry it takes the popup."""

    def __init__(self, capabilities, name="Scripted"):
        self.capabilities, self.name = capabilities, name
        self.script, self.popups, self.closed, self.unanswered = [], [], [], []
        self.information_asked = 0
        ready = threading.Event()
        threading.Thread(target=self.serve, args=(ready,), daemon=True).start()
        check(ready.wait(5), "the scripted server does not start")

    def serve(self, ready):
        context = GLib.MainContext.new()
        context.push_thread_default()
        self.bus = bus()
        self.bus.register_object(NOTES_PATH, Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0], self.take, None, None)
        call(self.bus, BUS, BUS_PATH, BUS, "RequestName", "(su)", NOTES, 0)
        ready.set()
        GLib.MainLoop.new(context, False).run()

    def take(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        if method == "GetServerInformation":
            self.information_asked += 1
            invocation.return_value(GLib.Variant("(ssss)", (self.name, "Calmcalf", "1", "1.2")))
        elif method == "GetCapabilities":
            invocation.return_value(GLib.Variant("(as)", (self.capabilities,)))
        elif method == "CloseNotification":
            self.closed.append(arguments.unpack()[0])
            invocation.return_value(None)
        else:
            self.take_popup(arguments.unpack(), invocation)

    def take_popup(self, arguments, invocation):
        todo = self.script.pop(0) if self.script else "take"
        _app, replaces, _icon, title, body, actions, hints, timeout = arguments
        self.popups.append({"replaces": replaces, "title": title, "body": body, "actions": actions[::2], "hints": hints,
                            "timeout": timeout, "answer": todo})
        number = len(self.popups)
        if todo == "silence":
            self.unanswered.append((number, invocation))
        elif todo in ("take", "zero"):
            invocation.return_value(GLib.Variant("(u)", (number if todo == "take" else 0,)))
        else:
            invocation.return_dbus_error(todo, "As the script says")

    def answer(self):
        """What "silence" left unanswered."""
        for number, invocation in self.unanswered:
            invocation.return_value(GLib.Variant("(u)", (number,)))
        self.unanswered = []

    def emit(self, signal_name, signature, *arguments):
        self.bus.emit_signal(None, NOTES_PATH, NOTES, signal_name, GLib.Variant(signature, arguments))

    def leave(self):
        self.bus.close_sync(None)


def sent(title):
    """The popups with this title that the server was sent, oldest first."""
    return [e for e in events() if e["event"] == "Notify" and e["summary"] == title]


def last_sent(title):
    """Waits for the recorder, which may see a popup a little later than the probe says so."""
    seen = wait_for(lambda: sent(title), 5)
    check(seen, f"the server was never sent {title!r}")
    return seen[-1]


def is_open(title):
    return [n for n in open_notes().values() if n["summary"] == title]


def the_open(title):
    """The newest popup of this title: what a program says has been shown may reach the record a little later."""
    check(wait_for(lambda: is_open(title), 10), f"no popup of {title}")
    return is_open(title)[-1]
