#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The schedule is taken up when its file changes, with nobody telling the service: replaced, with a mistake and mended,
in folders that appear later, through links, gone and back again."""
import os
import pathlib

from desk_inside import DIR, wait_for
from notifier_driving import check, is_open, sent, the_open
from service_driving import CALMCALFD, Running, in_seconds

HOME = pathlib.Path(DIR, "home")
CONFIG = HOME / "later/config"
SCHEDULE = CONFIG / "calmcalf/routine.toml"
MISTAKE = "The schedule has a mistake"


def text_of(name, rest, comment=""):
    return (f"{comment}[bedtime]\ntime = 22:30:00\n\n"
            f'[[step]]\nid = "{name}"\ntitle = "{name.capitalize()}"\ntext = "Time for {name}."\n{rest}\n')


def save(text, file=SCHEDULE):
    """As careful editors do: there is no instant at which the file is not there, or not whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(".new")
    new.write_text(text, encoding="utf-8")
    new.rename(file)


def point(link, target):
    new = link.with_name(".new")
    new.symlink_to(target)
    new.rename(link)


def serve(*words):
    service = Running(CALMCALFD, "-v", *words, env={"XDG_CONFIG_HOME": str(CONFIG)})
    service.expect("Ready.")
    return service


def end(service):
    check(service.end() == 0, f"it ended badly: {service.said}")


def in_force_within(service, name, seconds):
    service.expect("schedule_changed")
    service.expect(f"shown {name}", seconds + 15)
    check(wait_for(lambda: is_open(name.capitalize()), 5), f"no popup of {name}")


# Neither the schedule nor its folders are there; they appear, and it is in force.
service = serve()
save(text_of("water", f"at = {in_seconds(4)}"))
in_force_within(service, "water", 4)
check("schedule_rejected" not in "\n".join(service.said), "half a schedule was read")

# Replaced; and saved with nothing but a comment changed, which is no change.
good = text_of("banana", "at = 20:00:00")
save(good)
service.expect("schedule_changed")
service.said.clear()
save("# More about bananas\n" + good)
service.expect("The schedule was read.")
check("schedule_changed" not in "\n".join(service.said), "a comment changed the schedule")

# A mistake is told of once, with its place; the last good schedule stays in force. Then it is mended.
broken = text_of("banana", "at = 25:00:00", comment="# Late bananas\n")
save(broken)
service.expect("schedule_rejected")
check(wait_for(lambda: is_open(MISTAKE), 5), "no popup of the mistake")
body = the_open(MISTAKE)["body"]
check("routine.toml, line 9" in body, f"the popup does not say where: {body!r}")
service.expect("stays in force")
save(broken)
service.expect("stays in force")
service.said.clear()
save(good)
service.expect("The schedule was read.")
check(wait_for(lambda: not is_open(MISTAKE), 5), "the popup of the mended mistake stays")
check("schedule_changed" not in "\n".join(service.said), "it is what was in force all the while")
check(len(sent(MISTAKE)) == 1, f"the mistake was told of {len(sent(MISTAKE))} times")

# Without the file the starter schedule is in force; the whole folder is gone and comes back.
SCHEDULE.unlink()
service.expect("schedule_changed")
SCHEDULE.parent.rmdir()
CONFIG.rmdir()
save(text_of("walk", "at = 20:00:00"))
service.expect("schedule_changed")
end(service)

# A farm of links, as dotfile managers make it.
dotfiles = HOME / "dotfiles"
save(text_of("one", "at = 20:00:00"), dotfiles / "one/calmcalf/routine.toml")
save(text_of("two", "at = 20:00:00"), dotfiles / "two/calmcalf/routine.toml")
SCHEDULE.unlink()
SCHEDULE.parent.rmdir()
(dotfiles / "now").symlink_to("one")
SCHEDULE.parent.symlink_to(os.path.relpath(dotfiles / "now/calmcalf", CONFIG))
service = serve()
point(dotfiles / "now", "two")
service.expect("schedule_changed")
(dotfiles / "two/calmcalf/routine.toml").write_text(text_of("stretch", f"at = {in_seconds(4)}"), encoding="utf-8")
in_force_within(service, "stretch", 4)
end(service)

# A file that was named, from where the service was started; without it the last good schedule stays in force.
os.chdir(HOME)
mine = HOME / "mine.toml"
save(text_of("mine", "at = 20:00:00"), mine)
service = serve("--schedule", "mine.toml")
mine.unlink()
service.expect("mine.toml:1:1: there is no such file")
service.expect("stays in force")
check(wait_for(lambda: is_open(MISTAKE), 5), "nobody is told that the file is gone")
save(text_of("massage", "at = 20:00:00"), mine)
service.expect("schedule_changed")
check(wait_for(lambda: not is_open(MISTAKE), 5), "the popup of the mended mistake stays")
end(service)
