# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""A notification server that remembers all it was asked for. It comes and goes, and hangs, as it is told; as real ones
do, it numbers its popups from 1 again when it comes back, and knows of none that it had.

A service that is killed in the very instant in which a popup of it comes up knows nothing of that popup when it starts
again: the number is the server's answer. Such an orphan stays, and is not held against anybody."""
import collections
import dataclasses

from desk_inside import NOTES, NOTES_PATH, Gio, GLib
from notifier_driving import INTERFACE

INTERFACES = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces
CLOSED_BY_PERSON, CLOSED_BY_CALL = 2, 3
STAYS = 0  # as a timeout

# In healthy seconds: what the service learns of a popup, and does because of it, is done by then.
UNDER_WAY = 1.0


@dataclasses.dataclass(eq=False)
class Popup:
    id: int
    title: str
    steps: list  # their ids; none where it is about something else
    actions: list
    shown: float  # all three are healthy seconds, see Stage
    upsets: int  # how many there had been
    closed: float | None = None
    is_told: bool = False  # the service has said that it is there
    is_known: bool = False  # and has had the time to write that down
    is_orphan: bool = False


class Screen:
    """The listener is told `shown(popup)`, within the call, and `withdrawn(popup)`."""

    def __init__(self, stage, listener):
        self.stage, self.listener = stage, listener
        self.bus = None
        self.popups = []
        self.open = {}
        self.hangs = False
        self.waiting = []
        self.twice = {}  # by step: since when it has been on the screen twice
        self.several_a_night = set()  # steps of which two times can be due at once, where the first was put off

    @property
    def is_there(self):
        return self.bus is not None

    def come(self):
        """Onto the session bus, unless there is none."""
        if self.bus is not None or self.stage.bus is None:
            return
        self.bus = self.stage.connect()
        self.next_id = 1
        self.bus.register_object(NOTES_PATH, INTERFACES[0], self.take, None, None)
        self.stage.call(self.bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                        "RequestName", GLib.Variant("(su)", (NOTES, 4)))

    def go(self):
        """As a server that crashes, or whose bus does: nobody is told what has become of the popups."""
        for popup in self.open.values():
            popup.closed = self.stage.healthy
        self.open.clear()
        self.waiting.clear()
        if self.bus is not None:
            bus, self.bus = self.bus, None
            if not bus.is_closed():
                bus.close(None, None)

    def hang(self):
        self.hangs = True

    def go_on(self):
        self.hangs = False
        waiting, self.waiting = self.waiting, []
        for call in waiting:
            self.answer(*call)

    def take(self, bus, _sender, _path, _interface, method, arguments, invocation):
        if bus is not self.bus:
            return
        if self.hangs:
            self.waiting.append((method, arguments.unpack(), invocation))
        else:
            self.answer(method, arguments.unpack(), invocation)

    def answer(self, method, arguments, invocation):
        if method == "GetServerInformation":
            invocation.return_value(GLib.Variant("(ssss)", ("Chaos", "Calmcalf", "1", "1.2")))
        elif method == "GetCapabilities":
            invocation.return_value(GLib.Variant("(as)", (["actions", "body", "persistence"],)))
        elif method == "CloseNotification":
            invocation.return_value(None)
            if arguments[0] in self.open:
                popup = self.take_off(arguments[0], CLOSED_BY_CALL)
                self.stage.tell(f"withdrawn {popup.title}")
                self.listener.withdrawn(popup)
        else:
            self.show(arguments, invocation)

    def show(self, arguments, invocation):
        _app, replaces, _icon, title, body, actions, _hints, timeout = arguments
        if replaces in self.open:
            number = replaces
            self.open[number].closed = self.stage.healthy
        else:
            number, self.next_id = self.next_id, self.next_id + 1
        # What may expire, as the end of a guided exercise does, asks for no answer to a step.
        steps = self.stage.steps_in(title, body) if timeout == STAYS else []
        popup = Popup(number, title, steps, actions[::2], self.stage.healthy, self.stage.upsets)
        self.popups.append(popup)
        self.open[number] = popup
        self.stage.tell(f"popup {number}: {title}" + (f" ({' '.join(popup.steps)})" if len(popup.steps) > 1 else ""))
        invocation.return_value(GLib.Variant("(u)", (number,)))
        self.listener.shown(popup)

    def press(self, popup, action, stays):
        """`stays`: until the service takes it off; most servers do that themselves."""
        self.emit("ActionInvoked", GLib.Variant("(us)", (popup.id, action)))
        if not stays:
            self.take_off(popup.id, CLOSED_BY_PERSON)

    def dismiss(self, popup):
        self.take_off(popup.id, CLOSED_BY_PERSON)

    def take_off(self, number, reason):
        popup = self.open.pop(number)
        popup.closed = self.stage.healthy
        self.emit("NotificationClosed", GLib.Variant("(uu)", (number, reason)))
        return popup

    # ---- what is on it

    def look(self):
        """Now and then, while all is well: no step is there twice."""
        now = self.stage.healthy
        for popup in self.open.values():
            popup.is_known = popup.is_known or (popup.shown + UNDER_WAY < now and popup.upsets == self.stage.upsets)
        twice = self.steps_shown_twice()
        self.twice = {step: self.twice.get(step, now) for step in twice}
        for step, since in self.twice.items():
            if since + UNDER_WAY < now:
                self.stage.violate(f"{step} is on the screen twice")
                self.twice[step] = float("inf")

    def steps_shown(self):
        return collections.Counter(step for popup in self.open.values() if not popup.is_orphan for step in popup.steps)

    def steps_shown_twice(self):
        return [step for step, count in self.steps_shown().items() if count > 1 and step not in self.several_a_night]

    def orphan(self):
        """The service has just been killed."""
        for popup in self.open.values():
            popup.is_orphan = popup.is_orphan or (popup.shown + UNDER_WAY > self.stage.healthy and not popup.is_told)

    def emit(self, name, arguments):
        try:
            self.bus.emit_signal(None, NOTES_PATH, NOTES, name, arguments)
        except GLib.Error:
            pass  # the bus has just gone
