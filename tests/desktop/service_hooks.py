#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""Hooks: each is run with its event as JSON, and one that hangs, fails or does not exist holds nothing up."""
import json
import pathlib

from desk_inside import DIR, wait_for
from notifier_driving import check
from service_driving import calmcalf, in_seconds, serve, write_schedule

TOLD = pathlib.Path(DIR, "told")
TELL = f'["tee", "-a", "{TOLD}"]'


def told(event):
    lines = TOLD.read_text(encoding="utf-8").splitlines() if TOLD.exists() else []
    return next((line for line in map(json.loads, lines) if line["event"] == event), None)


write_schedule(("water", f"at = {in_seconds(4)}"), ("banana", f"at = {in_seconds(4)}\nexpires_after = \"3s\""),
               bedtime=in_seconds(6),
               more=f"[hooks]\ndue = {TELL}\ndone = {TELL}\nmissed = {TELL}\nbedtime = {TELL}\ncramp = {TELL}\n")
service = serve()
service.expect("Ready")
due = wait_for(lambda: told("shown"), 15)
check(due and due["title"] in ("Water", "Banana") and due["text"].startswith("Time for"), f"due was told as {due}")
calmcalf("done", "water")
done = wait_for(lambda: told("done"), 5)
check(done and done["step"] == "water" and done["source"] == "command", f"done was told as {done}")
check(wait_for(lambda: told("bedtime"), 10), "nobody was told that it is bedtime")
missed = wait_for(lambda: told("missed"), 10)
check(missed and missed["step"] == "banana", f"missed was told as {missed}")
calmcalf("cramp")
check(wait_for(lambda: told("cramp"), 5), "nobody was told of the cramp")

# What does not work harms nothing, and is in the log.
write_schedule(("walk", "before_bed = \"0m\""),
               more='[hooks]\ndone = ["/no/such/program"]\ncramp = ["sh", "-c", "trap \'\' TERM; sleep 60"]\n')
service.expect("The schedule was read.")
calmcalf("cramp")
calmcalf("done", "walk")
service.expect("/no/such/program")
calmcalf("status")
check(service.end() == 0, "a hook that hangs keeps the service from ending")
