#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""Compares the instants of some 100,000 bedtimes, in every zone there is, with those that Python's zoneinfo gives.

The rule: a local time that a clock change skips is the first instant after it, one that occurs twice is the first.
The machine's own zones are compared; and where zic is installed, the zones compiled once with all their changes listed
("fat") and once with rules in the place of lists ("slim"), since distributions ship either. All of it is one truth, so
zoneinfo is asked about the fat files for both: of a slim one that contradicts itself it makes something else. Ojinaga's
by the zic of 2022 lists a change to standard time on 30 October 2022, and by its rule summer time lasts until November.

usage: compare_zoneinfo.py ZONE_PROBE
"""

import collections
import datetime
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
import zoneinfo

MACHINE = pathlib.Path("/usr/share/zoneinfo")
CANNOT_RUN = 77
UTC = datetime.timezone.utc
BEGIN = datetime.datetime(1970, 1, 1, tzinfo=UTC)
END = datetime.datetime(2050, 1, 1, tzinfo=UTC)
WEEK = datetime.timedelta(days=7)
SECOND = datetime.timedelta(seconds=1)
BEDTIMES = 40_000  # for each set of zones
SHOWN_DIFFERENCES = 20


def is_zone(path):
    return path.is_file() and path.read_bytes()[:4] == b"TZif"


def names_in(folder):
    """The zones' names: capitalised, which "posix/", "right/", "localtime" and "posixrules" are not."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if is_zone(path))
    return sorted(str(name) for name in found if str(name)[0].isupper())


def wall(instant, zone):
    return instant.astimezone(zone).replace(tzinfo=None)


def first_instant(zone, before, after, reached):
    """The first instant after `before` and not after `after` for which `reached` holds; it holds from then on."""
    while after - before > SECOND:
        middle = before + (after - before) // 2 // SECOND * SECOND
        if reached(middle):
            after = middle
        else:
            before = middle
    return after


def changes_of(zone):
    """The instants at which the zone's distance to UTC changes."""
    changes = []
    before, offset = BEGIN, BEGIN.astimezone(zone).utcoffset()
    while before < END:
        after = before + WEEK
        later_offset = after.astimezone(zone).utcoffset()
        if later_offset != offset:
            changes.append(first_instant(zone, before, after, lambda i, o=offset: i.astimezone(zone).utcoffset() != o))
        before, offset = after, later_offset
    return changes


def reference(zone, local):
    """The instant of `local`, by the rule above, in seconds since 1970."""
    first = local.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if wall(first, zone) == local:
        return int(first.timestamp())
    # Skipped: by the distance before the change it would lie after it, by the one after the change before it.
    second = local.replace(tzinfo=zone, fold=1).astimezone(UTC)
    return int(first_instant(zone, second, first, lambda instant: wall(instant, zone) > local).timestamp())


def bedtime_near(change, zone, chance):
    """On either side of the change's edges, or some hours from them."""
    edge = wall(chance.choice([change, change - SECOND]), zone)
    if chance.random() < 0.3:
        return edge + chance.choice([-1, 0, 1]) * SECOND
    return edge + datetime.timedelta(minutes=chance.randint(-180, 180))


def any_bedtime(chance):
    evening = datetime.datetime(1970, 1, 2) + datetime.timedelta(days=chance.randrange((END - BEGIN).days - 2))
    return evening + datetime.timedelta(hours=18, minutes=chance.randrange(9 * 60))


def bedtimes(names, chance):
    """Three quarters of them near clock changes, where there are any. Aliases share one search for those."""
    changes_by_content = {}
    for name in names:
        zone = zoneinfo.ZoneInfo(name)
        content = pathlib.Path(zoneinfo.TZPATH[0], name).read_bytes()
        if content not in changes_by_content:
            changes_by_content[content] = changes_of(zone)
        changes = changes_by_content[content]
        for _ in range(-(-BEDTIMES // len(names))):
            near = changes and chance.random() < 0.75
            yield name, zone, bedtime_near(chance.choice(changes), zone, chance) if near else any_bedtime(chance)


def cases_for(folder):
    """(name, local time, its instant by zoneinfo) for the zones in `folder`."""
    zoneinfo.reset_tzpath([str(folder)])
    zoneinfo.ZoneInfo.clear_cache()
    names = names_in(folder)
    return [(name, local, reference(zone, local)) for name, zone, local in bedtimes(names, random.Random(len(names)))]


def compare(probe, folder, title, cases):
    """How many of the cases differ in the zones of `folder`."""
    asked = "".join(f"{name} {local.isoformat()}\n" for name, local, _ in cases)
    answer = subprocess.run([probe], input=asked, capture_output=True, text=True, check=False,
                            env={**os.environ, "TZDIR": str(folder)})
    if answer.returncode != 0:
        sys.exit(f"{title}: {answer.stderr}")
    instants = [int(line) for line in answer.stdout.split()]
    if len(instants) != len(cases):
        sys.exit(f"{title}: {len(cases)} asked, {len(instants)} answered")

    differences = [(*case, ours) for case, ours in zip(cases, instants) if ours != case[2]]
    zones = len({name for name, *_ in cases})
    print(f"{title}: {len(cases)} bedtimes in {zones} zones compared, {len(differences)} differ", flush=True)
    for name, local, theirs, ours in differences[:SHOWN_DIFFERENCES]:
        print(f"  {name} {local.isoformat()}: {ours}, by zoneinfo {theirs} ({ours - theirs:+d} s)")
    if differences:
        counts = collections.Counter(name for name, *_ in differences)
        print("  by zone:", ", ".join(f"{name} {count}" for name, count in counts.most_common()))
    return len(differences)


def compile_zones(into):
    """The machine's zones anew, in both forms; False where that cannot be done."""
    zic = shutil.which("zic", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    source = MACHINE / "tzdata.zi"
    if not zic or not source.is_file():
        return False
    for form in "fat", "slim":
        subprocess.run([zic, "-b", form, "-d", str(into / form), str(source)], check=True)
    return True


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    if not is_zone(MACHINE / "Europe/Berlin"):
        print(f"{MACHINE} has no zones to compare: install tzdata")
        return CANNOT_RUN
    probe = sys.argv[1]
    began = time.monotonic()
    cases = cases_for(MACHINE)
    compared, differing = len(cases), compare(probe, MACHINE, "machine", cases)
    with tempfile.TemporaryDirectory() as folder:
        into = pathlib.Path(folder)
        if compile_zones(into):
            cases = cases_for(into / "fat")
            for form in "fat", "slim":
                compared += len(cases)
                differing += compare(probe, into / form, form, cases)
        else:
            print("fat, slim: not compared, zic or tzdata.zi is missing here")
    print(f"{compared} bedtimes compared in {time.monotonic() - began:.1f} s, {differing} differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
