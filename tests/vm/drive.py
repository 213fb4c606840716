#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""drive.py BUILD KERNEL [--rounds N] [--seed N] [NAME...]: all scenarios, or those whose names contain a NAME."""
import argparse
import functools
import pathlib
import random
import signal
import sys
import time
import traceback

import clock_scenarios
import power_loss
import sleep_scenarios
import zone_scenarios
from image import make_initramfs
from machine import Machine


class Results:
    """A line for each scenario, as it comes."""

    def __init__(self):
        self.passed, self.failed = [], []

    def judge(self, name, scenario):
        began = time.monotonic()
        try:
            said = scenario()
        except Exception as fault:  # whatever it is, the other scenarios are of use
            self.failed.append(name)
            traceback.print_exception(fault, file=sys.stdout)
            print(f"FAIL {name}: {fault} ({time.monotonic() - began:.0f} s)", flush=True)
        else:
            self.passed.append(name)
            print(f"PASS {name}: {said} ({time.monotonic() - began:.0f} s)", flush=True)


def end(*_):
    """Leaves no machine behind."""
    raise SystemExit(1)


def main():
    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGHUP, end)
    parser = argparse.ArgumentParser(prog="tests/vm/run", description="The service on a real kernel.")
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("kernel", type=pathlib.Path)
    parser.add_argument("names", nargs="*", metavar="NAME", help="scenarios whose names contain it (default: all)")
    parser.add_argument("--rounds", type=int, default=10, help="how often the power is lost (default: 10)")
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000), help="when (default: at random)")
    wish = parser.parse_intermixed_args()

    def wanted(name):
        return not wish.names or any(part in name for part in wish.names)

    folder = wish.build / "machine"
    folder.mkdir(exist_ok=True)
    began = time.monotonic()
    initramfs = make_initramfs(folder / "initramfs.cpio", wish.build, wish.kernel)
    print(f"==> {wish.kernel.name}, an initramfs of {initramfs.stat().st_size / 1e6:.0f} MB", flush=True)

    results = Results()
    together = {**clock_scenarios.SCENARIOS, **sleep_scenarios.SCENARIOS, **zone_scenarios.SCENARIOS}
    chosen = {name: scenario for name, scenario in together.items() if wanted(name)}
    if chosen:
        machine = Machine(folder, wish.kernel, initramfs, "evenings")
        print(f"==> Booted in {machine.boot_took:.1f} s: the clock, sleep and zones", flush=True)
        try:
            for name, scenario in chosen.items():
                results.judge(name, functools.partial(scenario, machine))
        finally:
            machine.close()
    if wanted("power-loss"):
        print(f"==> Loses power {wish.rounds} times, seed {wish.seed}", flush=True)
        boot = functools.partial(Machine, folder, wish.kernel, initramfs)
        results.judge("power-loss", functools.partial(power_loss.run, boot, folder, wish.rounds, wish.seed))
    print(f"==> {time.monotonic() - began:.0f} s")
    print(f"{len(results.passed)} passed, {len(results.failed)} failed")
    return 0 if results.passed and not results.failed else 1


if __name__ == "__main__":
    sys.exit(main())
