#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The system's zone is changed, and the reminders move with it. The service has an /etc of its own to be changed."""
import datetime
import os
import pathlib
import shutil
import sys

from desk_inside import DIR, wait_for
from notifier_driving import check, is_open
from service_driving import CALMCALFD, SCHEDULE, Running, write_schedule

if os.getuid() != 0:
    print("only root can give the service an /etc of its own")
    sys.exit(77)

ETC = pathlib.Path(DIR, "etc")
ZONES = "/usr/share/zoneinfo"


def point(zone, zones=ZONES):
    """As systemd-timedated does it."""
    new = ETC / "localtime.new"
    new.symlink_to(f"{zones}/{zone}")
    new.rename(ETC / "localtime")


def serve(**environment):
    service = Running("unshare", "--mount", "--propagation", "private", "sh", "-c",
                      'mount --bind "$0" /etc && exec "$@"', str(ETC), CALMCALFD, "-v",
                      env={"XDG_CONFIG_DIRS": str(ETC.parent / "xdg"), **environment})
    service.expect("Ready.")
    return service


def watches_etc(service):
    number = f"ino:{ETC.stat().st_ino:x} "
    for info in pathlib.Path(f"/proc/{service.process.pid}/fdinfo").iterdir():
        try:
            if number in info.read_text():
                return True
        except FileNotFoundError:
            continue  # it was closed meanwhile
    return False


def end(service):
    check(service.end() == 0, f"it ended badly: {service.said}")


def in_an_hour_and(seconds):
    """A time of the clock in UTC."""
    then = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=1, seconds=seconds)
    return then.strftime("%H:%M:%S")


os.environ.pop("TZ", None)
ETC.mkdir()
for name in ("passwd", "group", "nsswitch.conf", "machine-id", "ld.so.cache"):
    if pathlib.Path("/etc", name).exists():
        shutil.copy(f"/etc/{name}", ETC / name)

# What is an hour away is at hand once the clocks are an hour ahead.
point("Etc/GMT")
write_schedule(("water", f"at = {in_an_hour_and(6)}"))
service = serve()
check(watches_etc(service), "the folder of the link is not watched")
point("Etc/GMT-1")
service.expect("The time zone is now Etc/GMT-1.")
service.expect("shown water", 25)
check(wait_for(lambda: is_open("Water"), 5), "no popup in the new zone")

# A zone copied to the place of the link, and the link back in its place.
shutil.copy(f"{ZONES}/Etc/GMT-2", ETC / "copy")
(ETC / "copy").rename(ETC / "localtime")
service.expect("The time zone is now +02.")
point("Etc/GMT-1")
service.expect("The time zone is now Etc/GMT-1.")

# The same zone by another way is no change, nor is any change where the schedule names its zone.
point("Etc/GMT-1", f"..{ZONES}")
write_schedule(("water", "at = 20:00:00"))
service.expect("schedule_changed")
SCHEDULE.write_text('timezone = "Etc/UTC"\n' + SCHEDULE.read_text(), encoding="utf-8")
service.expect("schedule_changed")
point("Etc/GMT-3")
SCHEDULE.write_text(SCHEDULE.read_text() + "# Whoever reads this has heard of the link before\n", encoding="utf-8")
service.expect("The schedule was read.")
check(len([line for line in service.said if "The time zone is now" in line]) == 3, f"too many changes: {service.said}")
end(service)

# Where TZ says which zone it is, nothing is watched for it.
service = serve(TZ="Etc/GMT")
check(not watches_etc(service), "the system's zone is watched, though TZ is set")
end(service)
