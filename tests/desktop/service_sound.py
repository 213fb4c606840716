#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""Where the notification server plays no sounds, a popup has one of ours, and the service holds nothing of what made it."""
import pathlib

from desk_inside import DIR, wait_for
from notifier_driving import check
from running_program import Running
from service_driving import CALMCALFD, in_seconds, serve, write_schedule

SOUND = pathlib.Path(DIR, "sound")  # the sound card
ALSA = pathlib.Path(DIR, "asoundrc")
LONG_ENOUGH = 100_000  # bytes: half a second


def serve_with_sound_card():
    ALSA.write_text("pcm.nobody { type null }\n"
                    f'pcm.!default {{ type file slave.pcm nobody format raw file "{SOUND}" }}\n', encoding="ascii")
    return Running(CALMCALFD, "-v", env={"CANBERRA_DRIVER": "alsa", "ALSA_CONFIG_PATH": str(ALSA)})


def libraries(process):
    return pathlib.Path(f"/proc/{process.pid}/maps").read_text(encoding="utf-8")


write_schedule(("water", f"at = {in_seconds(2)}"), ("banana", f"at = {in_seconds(4)}\nsound = false"))
service = serve_with_sound_card()
service.expect("shown water")
check(wait_for(lambda: SOUND.exists() and SOUND.stat().st_size > LONG_ENOUGH, 10), "no sound was played")
check("libcanberra" not in libraries(service.process) and "libasound" not in libraries(service.process),
      "the service holds the libraries that play sounds")
check(wait_for(lambda: not list(pathlib.Path(f"/proc/{service.process.pid}/task/{service.process.pid}/children").read_text(
    encoding="ascii")), 30), "what played it is still there")
SOUND.unlink()
service.expect("shown banana")
wait_for(lambda: False, 1)
check(not SOUND.exists(), "a step without a sound made one")
check(service.end() == 0, "the service ended badly")

# Why there is none is said once. (The desktop of these tests has no sound.)
write_schedule(("walk", f"at = {in_seconds(2)}"), ("calf", f"at = {in_seconds(4)}"))
service = serve()
service.expect("Reminders make no sound: the notification server plays none, and ")
service.expect("shown calf")
wait_for(lambda: False, 1)
check(service.end() == 0, "the service ended badly")
check(sum("make no sound" in line for line in service.said) == 1, f"it was not said once: {service.said}")
