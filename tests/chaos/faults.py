# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""What goes wrong, by kind. Each is begun, and is over by itself after a while."""
import ctypes
import os
import pathlib
import shutil

from desk_inside import GLib
from logind_driving import MANAGER, PATH, SESSION, session_path
from stage import FAILED, Excuse

ETC = pathlib.Path("/etc")
ZONES = ("Europe/Berlin", "Europe/London", "Europe/Helsinki", "Europe/Istanbul", "Atlantic/Azores")
MINUTE, HOUR = 60, 3600
# All that somebody sets the clock by stays within these, so that the night stays the same.
FARTHEST_BACK, FARTHEST_AHEAD = -2 * HOUR, 3 * HOUR

MS_NOSUID, MS_BIND = 2, 4096
libc = ctypes.CDLL(None, use_errno=True)


def mount(what, where, kind=None, flags=0, options=None):
    """mount(8) asks for root even where the kernel does not."""
    texts = [None if text is None else str(text).encode() for text in (what, where, kind, options)]
    if libc.mount(texts[0], texts[1], texts[2], flags, texts[3]) != 0:
        raise OSError(ctypes.get_errno(), f"mount {where}: {os.strerror(ctypes.get_errno())}")


def unmount(where):
    libc.umount2(str(where).encode(), 2)


def point_at(zone):
    """As systemd-timedated does it."""
    new = ETC / "localtime.new"
    new.unlink(missing_ok=True)
    new.symlink_to(f"/usr/share/zoneinfo/{zone}")
    new.rename(ETC / "localtime")


def take_own_etc(folder):
    """Where the zone can be changed, and all else is as it was."""
    folder.mkdir()
    for name in ("passwd", "group", "nsswitch.conf", "machine-id", "ld.so.cache"):
        if (ETC / name).exists():
            shutil.copy(ETC / name, folder / name)
    mount(folder, ETC, flags=MS_BIND)
    point_at(ZONES[0])


class SmallDisk:
    """The history's folder on a disk of its own."""

    def __init__(self, folder):
        self.folder, self.filler = folder, folder / "filler"
        mount("tmpfs", folder, "tmpfs", MS_NOSUID, "size=4m,mode=700")

    def fill(self):
        """Until nothing more can be written, not even to pages that files have only begun."""
        with self.filler.open("wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(b"f" * 4096)
            except OSError:
                pass

    def free(self):
        self.filler.unlink(missing_ok=True)


class Faults:
    """`counts` by kind. Kinds that need mounts of their own are there where those are."""

    def __init__(self, stage, person, logind, chance, schedules, has_mounts):
        self.stage, self.person, self.chance, self.schedules = stage, person, chance, schedules
        self.logind = logind
        self.small_disk = SmallDisk(stage.history.parent) if has_mounts else None
        self.counts = {}
        self.is_over = False
        self.ahead = 0
        self.asleep = self.locked = False

    @staticmethod
    def kinds(has_mounts):
        kinds = {"kill": 6, "freeze": 3, "server": 3, "hang": 2, "bus": 2, "clock": 3, "schedule": 3, "sleep": 2,
                 "lock": 2}
        return {**kinds, "disk": 3, "zone": 2} if has_mounts else kinds

    def begin(self, kind):
        """What finds nothing to strike, or waits for its moment, is not counted yet."""
        if getattr(self, kind)() is not False:
            self.count(kind)

    def count(self, kind):
        self.counts[kind] = self.counts.get(kind, 0) + 1

    def end_all(self):
        """All is well from now on."""
        self.is_over = True
        self.person.before_press.clear()
        self.person.before_ask.clear()
        self.stage.screen.go_on()
        self.wake()
        self.stage.thaw()
        self.free()
        self.unlock()
        self.revive_bus()
        self.stage.screen.come()

    def close(self):
        if self.small_disk:
            unmount(self.small_disk.folder)

    def later(self, least, most, what):
        self.stage.later(self.chance.uniform(least, most), what)

    # ---- the service

    def kill(self):
        """Now, or within milliseconds of an answer, which is when it matters most."""
        def strike():
            if not self.is_over and self.stage.kill_service("kill -9"):
                self.count("kill")
        after = self.chance.choice((0.0, 0.001, 0.002, 0.005, 0.01, 0.03))

        def strike_soon():
            self.stage.later(after, strike)
        when = self.chance.choice((self.person.before_press, self.person.before_ask, None))
        if when is None:
            strike()
        else:
            self.stage.tell("kill -9 is to come with the next answer")
            when.append(strike_soon)
        return False

    def freeze(self):
        if self.stage.service is None:
            return False
        self.stage.tell("SIGSTOP")
        self.stage.freeze()
        self.later(0.05, 1.2, self.thaw)
        return True

    def thaw(self):
        if not self.asleep:
            self.stage.tell("SIGCONT")
            self.stage.thaw()

    # ---- the notification server and the buses

    def server(self):
        self.stage.tell("the notification server is gone")
        self.stage.screen.go()
        self.later(0.01, 0.8, self.bring_server)

    def bring_server(self):
        if not self.stage.screen.is_there and self.stage.bus is not None:
            self.stage.screen.come()
            self.stage.tell("a notification server is there")

    def hang(self):
        self.stage.tell("the notification server hangs")
        self.stage.screen.hang()
        self.later(0.1, 1.5, self.stage.screen.go_on)

    def bus(self):
        if self.stage.daemon is None:
            return False
        self.stage.tell("the session bus is gone")
        self.stage.excuse = Excuse("the session bus was gone", FAILED)
        self.stage.kill_bus()
        self.later(0.05, 0.5, self.revive_bus)
        return True

    def revive_bus(self):
        if self.stage.daemon is None:
            self.stage.start_bus()
            self.stage.tell("a session bus is there")
            self.later(0.0, 0.3, self.bring_server)

    # ---- the disk

    def disk(self):
        self.stage.tell("the disk is full")
        self.small_disk.fill()
        self.stage.is_disk_full = True
        self.stage.upsets += 1
        if not self.stage.is_ready:
            self.stage.excuse = Excuse("the disk was full", FAILED)  # a history that cannot be opened ends it
        self.later(0.1, 1.2, self.free)

    def free(self):
        if self.stage.is_disk_full:
            self.small_disk.free()
            self.stage.is_disk_full = False
            self.stage.tell("the disk has room")

    # ---- time

    def within_bounds(self, seconds):
        seconds = max(FARTHEST_BACK - self.ahead, min(FARTHEST_AHEAD - self.ahead, seconds))
        self.ahead += seconds
        return seconds

    def clock(self):
        size = self.chance.choice((2, 40, 5 * MINUTE, 20 * MINUTE, 90 * MINUTE))
        seconds = self.within_bounds(self.chance.choice((-1, 1)) * int(self.chance.uniform(0.5, 1) * size))
        self.stage.tell(f"the clock is set by {seconds:+} s")
        self.stage.clock.jump(seconds)

    def zone(self):
        zone = self.chance.choice(ZONES)
        self.stage.tell(f"the zone is {zone}")
        point_at(zone)

    def sleep(self):
        """The kernel tells of a resume as it does of a clock that was set; logind tells, too."""
        if self.asleep or self.stage.service is None:
            return False
        self.asleep = True
        self.emit(PATH, MANAGER, "PrepareForSleep", "b", [GLib.Variant("b", True)])
        self.stage.tell("the machine goes to sleep")
        self.stage.freeze()
        self.later(0.05, 0.3, self.wake)
        return True

    def wake(self):
        if not self.asleep:
            return
        self.asleep = False
        seconds = self.within_bounds(int(self.chance.uniform(MINUTE, HOUR)))
        self.stage.clock.jump(seconds)
        self.stage.thaw()
        self.stage.tell(f"the machine wakes {seconds} s later")
        self.emit(PATH, MANAGER, "PrepareForSleep", "b", [GLib.Variant("b", False)])

    # ---- the session

    def lock(self):
        self.stage.tell("the screen is locked")
        self.hint(True)
        self.later(0.1, 1.0, self.unlock)

    def unlock(self):
        if self.locked:
            self.stage.tell("the screen is unlocked")
            self.hint(False)

    def hint(self, locked):
        self.locked = locked
        self.logind.bus.call(
            "org.freedesktop.login1", session_path("c1"), "org.freedesktop.DBus.Properties", "Set",
            GLib.Variant("(ssv)", (SESSION, "LockedHint", GLib.Variant("b", locked))), None, 0, 5000, None, None)

    def emit(self, path, interface, name, signature, arguments):
        self.logind.bus.call(
            "org.freedesktop.login1", path, "org.freedesktop.DBus.Mock", "EmitSignal",
            GLib.Variant("(sssav)", (interface, name, signature, arguments)), None, 0, 5000, None, None)

    # ---- the schedule

    def schedule(self):
        name = self.chance.choice(list(self.schedules))
        self.stage.tell(f"the schedule is {name}")
        write(self.stage.schedule, self.schedules[name], in_place=self.chance.random() < 0.3)


def write(file, text, in_place=False):
    """As an editor does, or as `>` does."""
    new = file if in_place else file.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    if not in_place:
        new.rename(file)
