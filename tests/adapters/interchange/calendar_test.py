#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""calendar_test.py CALMCALF STARTER: what `CALMCALF export --format ics` writes is a calendar to libraries that no one
here wrote, and its alarms are at the very instants that `CALMCALF preview` names. STARTER is the starter schedule."""
import collections
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zoneinfo

import icalendar
from dateutil import rrule, tz

CALMCALF, STARTER = sys.argv[1:]
UTC = datetime.timezone.utc
NIGHTS = 366
DAY = datetime.timedelta(days=1)
FROM = datetime.date(2026, 11, 23)  # a Monday

# Each with what an exported calendar has to get right. The zone is that of the schedule, or Berlin.
SCHEDULES = {
    "starter": pathlib.Path(STARTER).read_text(encoding="utf-8"),
    "all at once": """
timezone = "America/New_York"
[bedtime]
time = 22:30:00
[bedtime.weekdays]
friday = 23:30:00
saturday = 00:15:00
[[bedtime.exceptions]]
from = 2026-11-23
off = true
[[bedtime.exceptions]]
from = 2026-12-24
until = 2026-12-26
time = 00:30:00
[[bedtime.exceptions]]
from = 2027-01-03
off = true
[[step]]
use = "water"
before_bed = "2h"
[[step]]
id = "tea"
title = "Tea, \\"warm\\"; \\\\ and a biscuit: Kräutertee für die müden Waden, 温かいお茶を一杯どうぞ"
text = '''
One cup,
slowly; not hot.
'''
before_bed = "10m"
weekdays = ["monday", "thursday", "saturday"]
[[step]]
id = "shoes"
title = "Shoes"
text = "Look."
at = 10:00:00
monthdays = [1, 15, 31]
[[step]]
id = "late"
title = "Late"
text = "On some dates."
before_bed = "0m"
monthdays = [1, 28, 29, 30, 31]
weekdays = ["friday", "saturday", "sunday"]
[[step]]
id = "move"
title = "Move"
text = "Up."
every = "50m"
from = 09:00:00
until = 17:00:00
weekdays = ["monday", "tuesday", "wednesday"]
""",
    "through every change of the clock": """
timezone = "Australia/Lord_Howe"
[bedtime]
time = 02:10:00
[[step]]
id = "a"
title = "A"
text = "A"
before_bed = "25m"
[[step]]
id = "b"
title = "B"
text = "B"
at = 01:45:00
[[step]]
id = "c"
title = "C"
text = "C"
every = "20m"
from = 23:00:00
until = 03:30:00
""",
    "the day before": """
timezone = "Europe/Dublin"
[bedtime]
time = 12:00:00
[[step]]
id = "a"
title = "A"
text = "A"
before_bed = "20h"
monthdays = [1, 2, 28, 29, 30, 31]
[[step]]
id = "b"
title = "B"
text = "B"
before_bed = "11h 30m"
""",
    "where clocks are set back for Ramadan": """
timezone = "Africa/Casablanca"
[bedtime]
time = 03:05:00
[[step]]
id = "a"
title = "A"
text = "A"
before_bed = "30m"
""",
}


def expand(event, zone):
    """The instants of an event, up to the end of what is compared."""
    start = event["DTSTART"].dt
    if "RRULE" not in event:
        return [start.astimezone(UTC)]
    rule = event["RRULE"].to_ical().decode()
    excepted = event.get("EXDATE", [])
    excepted = excepted if isinstance(excepted, list) else [excepted]
    left_out = {date.dt.replace(tzinfo=None) for dates in excepted for date in dates.dts}
    first = start.replace(tzinfo=None)
    end = datetime.datetime.combine(FROM, datetime.time()) + NIGHTS * DAY
    locals_ = rrule.rrulestr(rule, dtstart=first).between(first, end, inc=True)
    assert left_out <= set(locals_), f"{event['UID']} leaves out what it never had"
    return [local.replace(tzinfo=zone).astimezone(UTC) for local in locals_ if local not in left_out]


class Calendar(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)

    def calmcalf(self, schedule, *arguments):
        file = self.home / "routine.toml"
        file.write_text(schedule, encoding="utf-8")
        return subprocess.run([CALMCALF, "--schedule", file, *arguments, "--from", FROM.isoformat()], check=True,
                              capture_output=True, env={**os.environ, "HOME": str(self.home), "TZ": "Europe/Berlin"}).stdout

    def exported(self, schedule):
        return self.calmcalf(schedule, "export", "--format", "ics")

    def previewed(self, schedule):
        return json.loads(self.calmcalf(schedule, "preview", "--json", "--nights", str(NIGHTS)))

    def test_has_an_alarm_at_every_instant_and_at_no_other(self):
        for title, schedule in SCHEDULES.items():
            text = self.exported(schedule)
            calendar = icalendar.Calendar.from_ical(text)
            name = str(calendar.walk("VTIMEZONE")[0]["TZID"])
            # As whoever knows the zone reads it, and as whoever goes by the file alone.
            for zone in (zoneinfo.ZoneInfo(name), tz.tzical(self.saved(text)).get(name)):
                with self.subTest(title, zone=zone):
                    self.compare(calendar, zone, self.previewed(schedule))

    def saved(self, text):
        file = self.home / "routine.ics"
        file.write_bytes(text)
        return str(file)

    def compare(self, calendar, zone, preview):
        # The last nights' events can be beside those of nights that are not compared.
        end = datetime.datetime.combine(FROM + (NIGHTS - 2) * DAY, datetime.time(), UTC)
        planned = collections.Counter()
        for one in preview:
            at = datetime.datetime.fromisoformat(one["at"]).astimezone(UTC)
            planned[one["step"], one["number"], at] += at < end
        alarmed = collections.Counter()
        for event in calendar.walk("VEVENT"):
            step, number, _ = event["UID"].split("@")[0].split(".")
            for at in expand(event, zone):
                alarmed[step, int(number), at] += at < end
        self.assertGreater(planned.total(), NIGHTS / 2)
        self.assertEqual(sorted(+(planned - alarmed)), [], "without an alarm")
        self.assertEqual(sorted(+(alarmed - planned)), [], "never planned")

    def test_goes_on_after_the_year(self):
        for schedule in SCHEDULES.values():
            calendar = icalendar.Calendar.from_ical(self.exported(schedule))
            recurring = [event for event in calendar.walk("VEVENT") if "RRULE" in event]
            self.assertTrue(recurring)
            for event in recurring:
                self.assertFalse({"UNTIL", "COUNT"} & set(event["RRULE"]))

    def test_says_what_the_routine_says(self):
        calendar = icalendar.Calendar.from_ical(self.exported(SCHEDULES["all at once"]))
        tea = next(event for event in calendar.walk("VEVENT") if event["UID"].startswith("tea."))
        self.assertEqual(tea["SUMMARY"],
                         'Tea, "warm"; \\ and a biscuit: Kräutertee für die müden Waden, 温かいお茶を一杯どうぞ')
        self.assertEqual(tea["DESCRIPTION"], "One cup,\nslowly; not hot.\n")
        alarm = tea.walk("VALARM")[0]
        self.assertEqual((alarm["ACTION"], alarm["TRIGGER"].dt), ("DISPLAY", datetime.timedelta()))

    def test_is_written_as_the_standard_asks(self):
        for schedule in SCHEDULES.values():
            text = self.exported(schedule)
            self.assertTrue(text.endswith(b"END:VCALENDAR\r\n"))
            self.assertEqual(text.count(b"\n"), text.count(b"\r\n"))
            for line in text.split(b"\r\n"):
                self.assertLessEqual(len(line), 75)
                line.decode("utf-8")
            calendar = icalendar.Calendar.from_ical(text)
            self.assertEqual(calendar.errors, [])
            for event in calendar.walk("VEVENT"):
                self.assertEqual(event.errors, [])
                self.assertEqual(event["DTSTART"].dt.second, 0)
                self.assertEqual(len(event.walk("VALARM")), 1)
            names = [event["UID"] for event in calendar.walk("VEVENT")]
            self.assertEqual(len(names), len(set(names)))

    def test_keeps_each_events_identity(self):
        before = self.exported(SCHEDULES["starter"])
        after = self.exported(SCHEDULES["starter"].replace("time = 22:30:00", "time = 22:45:00", 1))
        self.assertNotEqual(before, after)

        def names(text):
            return {event["UID"] for event in icalendar.Calendar.from_ical(text).walk("VEVENT") if "RRULE" in event}

        self.assertEqual(names(before), names(after))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
