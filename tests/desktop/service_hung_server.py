#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""With a popup on its way to a server that hangs, everything else goes on: deadlines, reloads, the end."""
import signal
import statistics
import time

from notifier_driving import DeskServer, check
from service_driving import in_seconds, serve, write_schedule

server = DeskServer()
write_schedule(("water", f'at = {in_seconds(2)}\nexpires_after = "4s"'), ("banana", f'at = {in_seconds(3)}\nexpires_after = "4s"'))
service = serve()
server.stop()
service.expect("unseen water", 15)
late = [time.time() % 1]          # windows close on whole seconds
service.expect("unseen banana", 15)
late.append(time.time() % 1)

reloads = []
for _ in range(20):
    began = time.monotonic()
    service.send(signal.SIGHUP)
    reloads.append((service.expect("The schedule was read.") - began) * 1000)

began = time.monotonic()
check(service.end() == 0, "the service ended badly")
ended = (time.monotonic() - began) * 1000
server.go_on()
print(f"with a hung server: deadlines {max(late) * 1000:.0f} ms late at the most, a reload took "
      f"{statistics.median(reloads):.1f} ms (worst {max(reloads):.1f}), the end {ended:.0f} ms")
check(max(late) < 0.5 and max(reloads) < 500 and ended < 2000, "a hung server held the service up")
