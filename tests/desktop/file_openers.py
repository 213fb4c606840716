# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""For the desktop tests: who opens files on a desktop, a portal and a file manager that open none."""
import queue

from desk_inside import Gio, GLib, bus, call, wait_for

REQUEST = "/org/freedesktop/portal/desktop/request/1/1"
INTERFACES = """<node>
<interface name="org.freedesktop.portal.OpenURI"><method name="OpenFile"><arg type="s" direction="in"/>
 <arg type="h" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method></interface>
<interface name="org.freedesktop.FileManager1"><method name="ShowItems"><arg type="as" direction="in"/>
 <arg type="s" direction="in"/></method></interface>
</node>"""


class Desktop:
    """A portal and a file manager that note what they are asked; `answer` is the portal's response, None an error."""

    def __init__(self):
        self.conn, self.asked, self.answer = bus(), queue.Queue(), 0
        portal, files = Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces
        self.conn.register_object("/org/freedesktop/portal/desktop", portal, self.open_file, None, None)
        self.conn.register_object("/org/freedesktop/FileManager1", files, self.show_items, None, None)

    def own(self, name):
        call(self.conn, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName", "(su)",
             name, 0)

    def open_file(self, _conn, sender, _path, _interface, _method, args, invocation):
        options = args.unpack()[2]
        self.asked.put(("opened", options.get("writable")))
        if self.answer is None:
            return invocation.return_dbus_error("org.freedesktop.portal.Error.NotAllowed", "not for you")
        invocation.return_value(GLib.Variant("(o)", (REQUEST,)))
        return self.conn.emit_signal(sender, REQUEST, "org.freedesktop.portal.Request", "Response",
                                     GLib.Variant("(ua{sv})", (self.answer, {})))

    def show_items(self, _conn, _sender, _path, _interface, _method, args, invocation):
        self.asked.put(("shown", args.unpack()[0]))
        invocation.return_value(None)

    def next(self, secs=10):
        """What is asked next; the main loop turns meanwhile, in which the calls arrive."""
        def turn():
            while GLib.MainContext.default().iteration(False):
                pass
            return None if self.asked.empty() else self.asked.get()
        return wait_for(turn, secs)
