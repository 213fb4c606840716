# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""When programs are heard of on the session bus: a popup, a tray item, a name."""
import threading
import time

from desk_inside import Gio, GLib, bus

RULES = ["type='method_call',interface='org.freedesktop.Notifications',member='Notify'",
         "type='method_call',interface='org.kde.StatusNotifierWatcher',member='RegisterStatusNotifierItem'",
         "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged'"]


class BusWatch:
    """A monitor of the bus: it owns no name and changes nothing. Events are (monotonic seconds, member, what), what
    being a popup's summary, a tray item, or a name that has got an owner."""

    def __init__(self):
        self.events = []
        self.news = threading.Condition()
        self.is_monitor = False
        self.bus = bus()
        self.bus.add_filter(self.seen)
        self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.Monitoring",
                           "BecomeMonitor", GLib.Variant("(asu)", (RULES, 0)), None, Gio.DBusCallFlags.NONE, 5000, None)
        self.is_monitor = True

    def seen(self, _bus, message, incoming):
        now = time.monotonic()
        member = message.get_member()
        if incoming and member in ("Notify", "RegisterStatusNotifierItem", "NameOwnerChanged"):
            values = message.get_body().unpack()
            what = values[3] if member == "Notify" else values[0]
            if member != "NameOwnerChanged" or values[2]:
                with self.news:
                    self.events.append((now, member, what))
                    self.news.notify_all()
        # What is not for it must not be answered by it.
        return None if incoming and self.is_monitor else message

    def close(self):
        self.bus.close_sync(None)

    def wait(self, began, member, what, secs):
        """When, since `began`, this was first heard of; None if it is not within so many seconds."""
        def found():
            return next((at for at, seen, text in self.events if at >= began and seen == member and what in text), None)
        with self.news:
            self.news.wait_for(found, secs)
            return found()
