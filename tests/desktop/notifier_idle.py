#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""With a popup on the screen nothing wakes any thread. One that made a sound is over with that after some seconds."""
import time

from notifier_driving import Probe, check

probe = Probe()
probe.show("water", "Water", "alarm")
time.sleep(1)
before = probe.idle_switches()
time.sleep(20)
woken = probe.idle_switches() - before
print(f"context switches of all threads in 20 s: {woken}")
check(woken == 0, "something woke a thread")
probe.quit()
