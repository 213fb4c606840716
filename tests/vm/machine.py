# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The virtual machine, as the host sees it."""
import contextlib
import dataclasses
import json
import pathlib
import queue
import shlex
import socket
import subprocess
import threading
import time

from image import tool

# Where every instruction is emulated and others use the machine as well, an answer may take its time. Nothing is
# measured by this: figures are of the clocks inside.
PATIENCE = 180

SECOND = 1_000_000_000

# A disk's blocks as small as the overlay allows; see Disk.
CLUSTER = 4096


class Fault(Exception):
    """What was seen is not what was expected."""


class Silence(Fault):
    """Nothing was told."""


def check(true, otherwise):
    if not true:
        raise Fault(otherwise)


class Disk:
    """A disk with a cache of its own that loses, when the power goes, what the machine has not asked it to flush.

    The file system's journal and the service's history are safe only where they say flush. Killing qemu alone would not
    tell: the memory inside is gone, but what has reached the disk image is in the host's memory and stays. So each boot
    writes into a new overlay, in which qemu knows only in its own memory where a block is that is written for the first
    time, until a flush.

    It is virtio's, which knows no forced unit access, so the kernel flushes after each write that needs it; the one that
    ends a transaction of ext4's journal does. QEMU's NVMe takes such a write, and does not force it."""

    def __init__(self, image):
        self.image = image
        self.overlay = image.with_suffix(".overlay")

    def power_on(self):
        subprocess.run([tool("qemu-img"), "create", "-q", "-f", "qcow2", "-o", f"cluster_size={CLUSTER}", "-F", "raw",
                        "-b", self.image.resolve(), self.overlay], check=True)
        return f"if=none,id=disk,file={self.overlay},format=qcow2,cache=writeback"

    def power_gone(self):
        subprocess.run([tool("qemu-img"), "commit", "-q", "-d", self.overlay], check=True)
        self.overlay.unlink()


@dataclasses.dataclass
class Popup:
    """One Notify."""
    id: int
    summary: str
    body: str
    actions: list
    wall: int
    since_boot: int


class Machine:
    """It starts when made. What the guest tells is read as it comes, and kept in `popups` and `closed`."""

    def __init__(self, folder, kernel, initramfs, name, disk=None):
        self.console = folder / f"{name}.console"
        self.disk = disk
        self.popups = []
        self.closed = []
        self.events = queue.Queue()
        began = time.monotonic()
        self.line, theirs = socket.socketpair()
        with theirs:
            self.process = subprocess.Popen(self.command(kernel, initramfs, theirs.fileno()), stdin=subprocess.DEVNULL,
                                            pass_fds=[theirs.fileno()])
        threading.Thread(target=self.listen, daemon=True).start()
        try:
            self.next("ready")
        except BaseException:
            self.close()
            raise
        self.boot_took = time.monotonic() - began

    def command(self, kernel, initramfs, line):
        # The time inside is counted in instructions, 2 ns each, so what is measured does not depend on what else the
        # host does; while nothing is to be done it runs with the host's. The battery's clock is the host's: the
        # machine's own stands still in suspend, and no alarm would come. i440fx ("pc"), because q35 leaves the alarm's
        # event set, which ends a second suspend at once.
        words = [tool("qemu-system-x86_64"), "-accel", "tcg", "-icount", "shift=1", "-machine", "pc", "-cpu", "max",
                 "-m", "256", "-nodefaults", "-no-user-config", "-no-reboot", "-display", "none",
                 "-rtc", "base=2026-03-01T17:00:00,clock=host",
                 "-serial", f"file:{self.console}",
                 "-chardev", f"socket,id=line,fd={line}", "-serial", "chardev:line",
                 "-kernel", str(kernel), "-initrd", str(initramfs),
                 "-append", "console=ttyS0 quiet panic=-1 no_console_suspend no_timer_check"]
        if self.disk is not None:
            words += ["-drive", self.disk.power_on(), "-device", "virtio-blk-pci,drive=disk"]
        return words

    def listen(self):
        with self.line.makefile("r", encoding="utf-8") as lines, contextlib.suppress(ConnectionResetError):
            for line in lines:
                if line.endswith("\n"):  # the power may go in the midst of one
                    self.events.put(json.loads(line))
        self.events.put(None)

    # What it tells

    def take(self, event):
        if event["event"] == "notify":
            self.popups.append(Popup(event["id"], event["summary"], event["body"], event["actions"][::2], event["wall"],
                                     event["since_boot"]))
        elif event["event"] == "close":
            self.closed.append(event["id"])
        check(event["event"] != "failed", f"in the machine: {event}")

    def follow(self, seconds):
        """The next event; None once the machine is off."""
        try:
            event = self.events.get(timeout=max(0, seconds))
        except queue.Empty:
            raise Silence(f"the machine told nothing for {seconds:.0f} s; see {self.console}") from None
        if event is not None:
            self.take(event)
        return event

    def next(self, kind, seconds=PATIENCE):
        """The next event of that kind."""
        end = time.monotonic() + seconds
        while True:
            event = self.follow(end - time.monotonic())
            check(event is not None, f"the machine went off; see {self.console}")
            if event["event"] == kind:
                return event

    def wait_for(self, true, what, seconds=PATIENCE):
        """Until what the machine tells makes it true; returns what true() did."""
        end = time.monotonic() + seconds
        while not (result := true()):
            left = end - time.monotonic()
            check(left > 0, f"{what} did not come within {seconds} s; the popups were {self.popups}")
            check(self.follow(left) is not None, f"the machine went off before {what} came; see {self.console}")
        return result

    def take_for(self, seconds):
        """Whatever it tells in that time."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                check(self.follow(left) is not None, f"the machine went off; see {self.console}")
            except Silence:
                return

    # What it is told

    def say(self, command):
        self.line.sendall(command.encode() + b"\n")

    def press(self, popup, action):
        check(action in popup.actions, f"{popup.summary} has no action {action}: {popup.actions}")
        self.say(f"press {popup.id} {action}")

    def set_clock(self, instant):
        """Sets it to that many seconds since 1970; when, on the clock that nobody sets."""
        self.say(f"clock {instant}")
        return self.next("clock")["since_boot"]

    def run(self, command):
        """A shell command, which has to succeed: what it printed, and when it was over."""
        event = self.try_to_run(command)
        check(event["status"] == 0, f"{command} ended with {event['status']}: {event['output']}; see {self.console}")
        return event["output"], event["since_boot"]

    def try_to_run(self, command):
        self.say("run " + command)
        return self.next("ran")

    def write(self, path, text):
        folder = shlex.quote(str(pathlib.PurePosixPath(path).parent))
        escaped = text.replace("\\", "\\\\").replace("\n", "\\n")
        self.run(f"mkdir -p {folder} && printf %b {shlex.quote(escaped)} >{shlex.quote(path)}")

    def nudge(self):
        """A byte on the line, which ends the sleep called freeze."""
        self.say("")

    # Its end

    def lose_power(self):
        self.process.kill()
        self.process.wait()
        while (event := self.events.get()) is not None:  # told before the power went
            self.take(event)
        if self.disk is not None:
            self.disk.power_gone()

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.line.close()
