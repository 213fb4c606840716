#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""Edit the schedule, chosen in the tray: the desktop's portal opens it, else its file manager shows it, else a popup
says where it is. The report the same, once it is written."""
from desk_inside import GLib, bus, call, open_notes, wait_for
from file_openers import Desktop
from notifier_driving import check, the_open
from service_driving import HISTORY, SCHEDULE, serve, write_schedule

REPORT = HISTORY.parent / "report.html"
MENU = ("/StatusNotifierItem/Menu", "com.canonical.dbusmenu")


def choose(label="Edit the schedule"):
    conn = bus()
    name = "io.github.calmcalf.Calmcalf"
    _, layout = call(conn, name, *MENU, "GetLayout", "(iias)", 0, -1, ["label"])
    number = next(n for n, what, _ in layout[2] if what.get("label") == label)
    call(conn, name, *MENU, "Event", "(isvu)", number, "clicked", GLib.Variant("i", 0), 0)


write_schedule(("water", "at = 20:30:00"))
service = serve()
service.expect("Ready")
choose()
note = wait_for(lambda: the_open("That was not possible"), 10)
check(str(SCHEDULE) in note["body"], f"the popup says {note['body']!r}")

desktop = Desktop()
desktop.own("org.freedesktop.FileManager1")
choose()
check(desktop.next() == ("shown", [SCHEDULE.as_uri()]), "the file manager does not show the schedule")

desktop.own("org.freedesktop.portal.Desktop")
choose()
check(desktop.next() == ("opened", True), "the portal is not asked to open the schedule for writing")
check(desktop.next(1) is None, "the file manager is asked though the portal did it")

for answer in (2, None):
    desktop.answer = answer
    choose()
    check(desktop.next() == ("opened", True), "the portal is not asked first")
    check(desktop.next() == ("shown", [SCHEDULE.as_uri()]), f"nobody is asked after the portal's {answer}")

choose("Report")
check(desktop.next(60) == ("opened", True), "the portal is not asked to open the report")
check(desktop.next() == ("shown", [REPORT.as_uri()]), "nobody is asked to show the report")
check("Nights and cramps" in REPORT.read_text(encoding="utf-8"), "that is no report")

# It cannot be written: a folder has its name.
REPORT.unlink()
REPORT.mkdir()
choose("Report")
note = wait_for(lambda: next((n for n in open_notes().values() if "report" in n["body"]), None), 60)
check(note and note["summary"] == "That was not possible", f"nothing says why there is no report: {note}")
check(service.end() == 0, "the service ends badly")
