# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The wall clock of the programs on the stage, which set_clock.cpp puts before them: it can be set, and runs fast."""
import os
import struct
import time

SECOND = 1_000_000_000
LAYOUT = "=QqqqQ"  # as Setting in set_clock.cpp


class WallClock:
    """Seconds since 1970."""

    def __init__(self, file, now, speed):
        self.file, self.number = file, 0
        self.descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        self.set(now, speed)

    def close(self):
        os.close(self.descriptor)

    def now(self):
        return (self.wall + (time.monotonic_ns() - self.began) * self.speed) / SECOND

    def set(self, now, speed):
        """As a person or a time server does."""
        self.number += 1
        self.began, self.wall, self.speed = time.monotonic_ns(), int(now * SECOND), speed
        os.pwrite(self.descriptor, struct.pack(LAYOUT, self.number, self.began, self.wall, speed, self.number), 0)

    def jump(self, seconds):
        self.set(self.now() + seconds, self.speed)
