#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""A tray that asks without end while the evening changes fast: each call is answered, what changes is told of in few
signals, in order, and nothing grows."""
import os
import pathlib

from desk_inside import Gio, GLib, bus, call, wait_for
from notifier_driving import check
from running_program import Running
from service_driving import CALMCALFD, in_seconds, write_schedule

NAME, PATH = "io.github.calmcalf.Calmcalf", "/io/github/calmcalf/Calmcalf"
MENU = ("/StatusNotifierItem/Menu", "com.canonical.dbusmenu")
WATCHER = "org.kde.StatusNotifierWatcher"
WATCHING = Gio.DBusNodeInfo.new_for_xml(f"""<node><interface name="{WATCHER}">
<method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method></interface></node>""")
ANSWERS = 39  # an odd number: what is done at first is not done at the end
CALLS_TO_EACH, ROUNDS = 6, 12

conn, askers = bus(), [bus() for _ in range(4)]
revisions, unanswered, refused = [], 0, []


def turn():
    while GLib.MainContext.default().iteration(False):
        pass


def settle(what, test, secs=60):
    def tested():
        turn()
        return test()
    check(wait_for(tested, secs, 0.02), what)


def heard(asker, result, may_be_refused):
    global unanswered
    unanswered -= 1
    try:
        asker.call_finish(result)
    except GLib.Error as error:
        if not may_be_refused or "InvalidArgs" not in error.message:
            refused.append(error.message)


def ask(asker, path, interface, method, signature, arguments, may_be_refused=False):
    """Without waiting for what is asked for."""
    global unanswered
    unanswered += 1
    asker.call(NAME, path, interface, method, GLib.Variant(signature, arguments), None, Gio.DBusCallFlags.NONE, 60000,
               None, lambda source, result: heard(source, result, may_be_refused))


def ask_for_all(asker):
    for _ in range(CALLS_TO_EACH):
        ask(asker, *MENU, "GetLayout", "(iias)", (0, -1, []))
        ask(asker, *MENU, "GetGroupProperties", "(aias)", (list(range(200)), []))
        ask(asker, *MENU, "AboutToShow", "(i)", (0,))
        ask(asker, *MENU, "AboutToShowGroup", "(ai)", ([0, 1, 9999],))
        ask(asker, *MENU, "GetLayout", "(iias)", (9999, -1, []), may_be_refused=True)
        ask(asker, *MENU, "GetProperty", "(is)", (1, "no such thing"), may_be_refused=True)
        ask(asker, "/StatusNotifierItem", "org.freedesktop.DBus.Properties", "GetAll", "(s)",
            ("org.kde.StatusNotifierItem",))


def lines():
    while not service.lines.empty():
        service.said.append(service.lines.get()[1])
    return service.said


def memory():
    """In KiB."""
    lines = pathlib.Path(f"/proc/{service.process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def flood():
    """Done and taken back, over and over, while four ask; then the tray is told how it ended."""
    was_done = is_done()
    for number in range(ANSWERS):
        if (number % 2 == 0) == was_done:
            ask(conn, PATH, f"{NAME}1", "Undo", "(a{sv})", ({},))
        else:
            ask(conn, PATH, f"{NAME}1", "Done", "(asa{sv})", (["water"], {}))
    for asker in askers:
        ask_for_all(asker)
    settle("calls are never answered", lambda: unanswered == 0)
    settle("the menu is behind", lambda: is_done() != was_done)
    settle("the last change is not told of", lambda: revisions and revisions[-1] == layout()[0])


def layout():
    return call(conn, NAME, *MENU, "GetLayout", "(iias)", 0, -1, ["label"])


def is_done():
    return "Water (done)" in str(layout())


def take_item(*call_of_it):
    call_of_it[-1].return_value(None)


conn.register_object("/StatusNotifierWatcher", WATCHING.interfaces[0], take_item, None, None)
call(conn, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName", "(su)", WATCHER, 0)
conn.signal_subscribe(NAME, MENU[1], "LayoutUpdated", MENU[0], None, Gio.DBusSignalFlags.NONE,
                      lambda *said: revisions.append(said[5].unpack()[0]))
write_schedule(("water", 'before_bed = "20m"'), ("banana", 'before_bed = "10m"'), bedtime=in_seconds(3600))
# A sanitizer keeps what is freed for a while, which is no growth of the program's own.
sanitizer = f"{os.environ.get('ASAN_OPTIONS', '')}:quarantine_size_mb=1".lstrip(":")
service = Running(CALMCALFD, "-v", "-v", env={"ASAN_OPTIONS": sanitizer})
settle("the service takes no tray", lambda: any("in the tray" in line for line in lines()), 40)

flood()
flood()
warm = memory()
for _ in range(2, ROUNDS):
    flood()
grown = memory() - warm
check(not refused, f"refused: {set(refused)}")
changes = ANSWERS * ROUNDS
print(f"{changes} changes, {len(revisions)} signals, {grown} KiB more")
check(ROUNDS <= len(revisions) <= changes // 2, f"{len(revisions)} signals of {changes} changes")
check(revisions == sorted(set(revisions)), "a signal tells of a layout that is older than the one before")
check(grown < 4096, f"it has grown by {grown} KiB")
check(service.end() == 0, "the service ends badly")
