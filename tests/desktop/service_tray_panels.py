# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""For the tests of the tray: each desktop's panel as a person has it before them. What the icon shows is read from a
picture of the screen, and clicks are those of the desktop's own pointer."""
import json
import os
import pathlib
import re
import signal
import socket
import struct
import subprocess

import gi

from desk_inside import DIR, KIND, GLib, bus, call, evaluate, run, wait_for
from notifier_driving import DeskServer, check

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf  # noqa: E402

WATCHER = "org.kde.StatusNotifierWatcher"
DBUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
DRAWN = pathlib.Path(__file__).parents[2] / "daemon/adapters/sdbus/tray_icon.cpp"
COLOURS = {name: [int(part, 16) for part in parts.split(",")]
           for name, parts in re.findall(r"Colour (\w+)\{(0x[^}]*)\}", DRAWN.read_text(encoding="utf-8"))}
WIDTH, HEIGHT = 1280, 800
ICON = 32  # pixels, at the most


class Picture:
    def __init__(self):
        file = f"{DIR}/screen.png"
        run("desk-shot", file)
        picture = GdkPixbuf.Pixbuf.new_from_file(file)
        self.bytes, self.row, self.pixel = picture.get_pixels(), picture.get_rowstride(), picture.get_n_channels()

    def at(self, x, y):
        start = y * self.row + x * self.pixel
        return self.bytes[start:start + 3]

    def having(self, colour, columns, rows):
        """Where it has this colour, more or less: some panels dim their icons."""
        return [(x, y) for y in rows for x in columns
                if all(abs(a - b) <= 20 for a, b in zip(self.at(x, y), COLOURS[colour]))]


def within(start, length, end):
    return range(max(start, 0), min(start + length, end))


def moon_in(picture, rows):
    """The colour of the moon and the box around it: left, top, width, height. Of what has its colour in an icon's width
    it is the most: letters have less."""
    for colour in ("moonlight", "grey"):
        found = picture.having(colour, range(WIDTH), rows)
        groups = ([(x, y) for x, y in found if left <= x < left + ICON] for left in {x for x, _ in found})
        moon = max(groups, key=len, default=[])
        if len(moon) >= 40:
            columns, lines = [x for x, _ in moon], [y for _, y in moon]
            return colour, min(columns), min(lines), max(columns) - min(columns) + 1, max(lines) - min(lines) + 1
    return None


def mood_of(picture, colour, left, top, width, height):
    if colour == "grey":
        return "paused"
    around = (within(left, width + 6, WIDTH), within(top - 5, height + 5, HEIGHT))
    for mark, mood in (("red", "problem"), ("orange", "due")):
        if len(picture.having(mark, *around)) >= 6:
            return mood
    star = (within(left + width * 3 // 4, width, WIDTH), within(top, height // 3, HEIGHT))
    return "waiting" if len(picture.having("moonlight", *star)) >= 3 else "resting"


def restarted(process):
    """Kills this process and starts its command again, as it was; its new process."""
    folder = pathlib.Path(f"/proc/{process}")
    command = (folder / "cmdline").read_bytes().split(b"\0")[:-1]
    environment = dict(entry.split(b"=", 1) for entry in (folder / "environ").read_bytes().split(b"\0") if entry)
    os.kill(process, signal.SIGKILL)
    check(wait_for(lambda: not folder.exists() or "\nState:\tZ" in (folder / "status").read_text(), 10),
          f"{command[0]} cannot be killed")
    return subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL).pid


def owner(name=WATCHER):
    """The process that has this name on the bus; None: nobody."""
    try:
        return call(bus(), *DBUS, "GetConnectionUnixProcessID", "(s)", name)
    except GLib.Error:
        return None


class Panel:
    """What is common to them."""
    rows = range(0, 36)  # of the screen, that the panel takes

    def icon(self):
        """What the icon in the panel shows, and its middle; None where no icon is."""
        picture = Picture()
        moon = moon_in(picture, self.rows)
        if not moon:
            return None
        colour, left, top, width, height = moon
        return mood_of(picture, colour, left, top, width, height), (left + width // 2, top + height // 2)

    def mood(self):
        shown = self.icon()
        return shown and shown[0]

    def photograph(self, name):
        if folder := os.environ.get("CALMCALF_PICTURES"):
            run("desk-shot", str(pathlib.Path(folder, f"tray-{KIND}-{name}.png")))

    def expect(self, mood):
        shown = wait_for(lambda: self.mood() == mood, 40, 0.5)
        self.photograph(mood)
        check(shown, f"the icon shows {self.mood()}, not {mood}")

    def choose_first(self, picture=None):
        """Clicks on the icon, then on the first item of its menu."""
        _, middle = wait_for(self.icon, 20, 0.5) or check(False, "no icon is drawn")
        self.click(middle)
        found = wait_for(self.first_item, 15, 0.5)
        check(found, "a click on the icon opens no menu")
        if picture:
            wait_for(lambda: False, 1)
            self.photograph(picture)
        self.click(found)

    def restart(self):
        """The programs that show the icon are killed and started again, one after the other."""
        old = owner()
        restarted(old)
        check(wait_for(lambda: owner() not in (None, old), 60), "the tray does not start again")


class Pointer:
    """On X."""

    def click(self, place):
        run("xdotool", "mousemove", str(place[0]), str(place[1]), "sleep", "0.2", "click", "1")


def menu_window():
    """x and y of the newest window on an X screen that has a menu's size."""
    for window in reversed(run("xdotool", "search", "--onlyvisible", "--name", ".*", ok=False).split()):
        lines = run("xdotool", "getwindowgeometry", "--shell", window, ok=False).splitlines()
        at = {key: int(value) for key, value in (line.split("=") for line in lines if "=" in line)}
        if at and 150 < at["HEIGHT"] < 700 and 100 < at["WIDTH"] < 500:
            return at["X"], at["Y"]
    return None


class XPanel(Pointer, Panel):
    def first_item(self):
        menu = menu_window()
        return menu and (menu[0] + 60, menu[1] + 16)


class Xfce(XPanel):
    rows = range(764, 800)

    def restart(self):
        """The panel itself starts its plugin again."""
        old = owner()
        os.kill(old, signal.SIGKILL)
        check(wait_for(lambda: owner() not in (None, old), 60), "the panel does not start its tray again")


class Plasma(XPanel):
    rows = range(756, 800)

    def restart(self):
        """The icon is drawn by one program, and kept by another."""
        server = DeskServer()
        server.kill()
        server.start_again()
        super().restart()


class Gnome(Panel):
    INDICATOR = ("Object.keys(Main.panel.statusArea).filter(k => k.startsWith('appindicator'))"
                 ".map(k => Main.panel.statusArea[k])[0]")

    def __init__(self):
        self.conn = bus()
        self.make_pointer()

    def evaluate(self, script):
        ran, value = evaluate(self.conn, f"const Clutter = imports.gi.Clutter; {script}")
        check(ran, f"{script}: {value}")
        return json.loads(value) if value else None

    def make_pointer(self):
        self.evaluate("global.test_pointer = Clutter.get_default_backend().get_default_seat()"
                      ".create_virtual_device(Clutter.InputDeviceType.POINTER_DEVICE); 1")

    def click(self, place):
        self.evaluate(f"global.test_pointer.notify_absolute_motion(global.get_current_time() * 1000, {place[0]}, "
                      f"{place[1]}); 1")
        for state in ("PRESSED", "RELEASED"):
            wait_for(lambda: False, 0.2)
            self.evaluate("global.test_pointer.notify_button(global.get_current_time() * 1000, "
                          f"Clutter.BUTTON_PRIMARY, Clutter.ButtonState.{state}); 1")

    def first_item(self):
        return self.evaluate(f"const menu = {self.INDICATOR}?.menu; const item = menu?._getMenuItems()[0]; "
                             "menu?.isOpen && item.height > 8 ? item.get_transformed_position()"
                             ".map((at, i) => Math.round(at + [60, item.height / 2][i])) : null")

    def restart(self):
        """The whole shell: the icon's host is a part of it."""
        super().restart()
        started = "Main.overview.hide(); Main.layoutManager._startingUp"
        check(wait_for(lambda: self.answers(started) == (True, "false"), 60, 0.5), "the shell does not start again")
        self.make_pointer()

    def answers(self, script):
        try:
            self.conn = bus()
            return evaluate(self.conn, script)
        except GLib.Error:
            return None


class WaylandPointer:
    """A pointer of zwlr_virtual_pointer_v1, written out as the protocol has it: no tool keeps one for as long as a menu
    is open."""
    DISPLAY, REGISTRY, CALLBACK, MANAGER, POINTER = 1, 2, 3, 4, 5
    LEFT = 0x110

    def __init__(self):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(str(pathlib.Path(os.environ["XDG_RUNTIME_DIR"], os.environ["WAYLAND_DISPLAY"])))
        self.ask(self.DISPLAY, 1, struct.pack("=I", self.REGISTRY))
        self.ask(self.DISPLAY, 0, struct.pack("=I", self.CALLBACK))
        name = b"zwlr_virtual_pointer_manager_v1\0"
        number = self.number_of(name)
        self.ask(self.REGISTRY, 0, struct.pack(f"=II{len(name)}sII", number, len(name), name, 1, self.MANAGER))
        self.ask(self.MANAGER, 0, struct.pack("=II", 0, self.POINTER))

    def ask(self, thing, request, arguments=b""):
        self.socket.sendall(struct.pack("=II", thing, (8 + len(arguments)) << 16 | request) + arguments)

    def number_of(self, interface):
        """The registry's number for it, from the events that come until the callback is done."""
        number = None
        while True:
            thing, size = struct.unpack("=II", self.socket.recv(8, socket.MSG_WAITALL))
            body = self.socket.recv((size >> 16) - 8, socket.MSG_WAITALL)
            if thing == self.CALLBACK:
                check(number, "the compositor has no virtual pointers")
                return number
            if thing == self.REGISTRY and body[8:].startswith(interface):
                number = struct.unpack("=I", body[:4])[0]

    def click(self, place):
        self.ask(self.POINTER, 1, struct.pack("=IIIII", 0, *place, WIDTH, HEIGHT))
        self.ask(self.POINTER, 4)
        for pressed in (1, 0):
            wait_for(lambda: False, 0.3)
            self.ask(self.POINTER, 2, struct.pack("=III", 0, self.LEFT, pressed))
            self.ask(self.POINTER, 4)


class Waybar(Panel):
    def __init__(self):
        self.pointer = WaylandPointer()

    def click(self, place):
        self.clicked = place
        self.pointer.click(place)

    def first_item(self):
        """The menu opens to the left of the pointer, over the bar, and is of another colour."""
        picture, (x, y) = Picture(), self.clicked
        return (x - 60, y + 16) if picture.at(x - 60, y + 10) != picture.at(x - 400, y + 10) else None


PANELS = {"xfce": Xfce, "systemd": Xfce, "gnome": Gnome, "sway": Waybar, "plasma": Plasma}


def panel():
    return PANELS[KIND]()
