# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""For the desktop tests: a program that is listened to."""
import os
import queue
import signal
import subprocess
import threading
import time

from desk_inside import need_desk
from notifier_driving import check


class Running:
    """A program whose lines are read as they come."""

    def __init__(self, *command, env=None):
        need_desk()
        self.process = subprocess.Popen(command, text=True, bufsize=1, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                        env={**os.environ, **(env or {})})
        self.lines = queue.Queue()
        self.said = []
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for line in self.process.stdout:
            self.lines.put((time.monotonic(), line.rstrip("\n")))

    def expect(self, text, secs=20):
        """When the next line with this text came; those before it are remembered in said."""
        end = time.monotonic() + secs
        while True:
            try:
                came, line = self.lines.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                check(False, f"no line with {text!r} within {secs} s; there were {self.said}")
            self.said.append(line)
            if text in line:
                return came

    def send(self, number):
        self.process.send_signal(number)

    def end(self, number=signal.SIGTERM, secs=10):
        """Its exit status."""
        self.process.send_signal(number)
        return self.process.wait(secs)
