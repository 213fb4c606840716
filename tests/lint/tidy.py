#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""tidy.py BUILD [FILE...]: clang-tidy 19 over our sources (those whose path contains a FILE), as compiled in BUILD.

Where BUILD compiles many sources as one, they are looked at as one, which spares reading the same headers again.

A source that was found clean is not looked at again while nothing changes that it depends on: its text and that of
every header it includes, how it is compiled, .clang-tidy, clang-tidy itself. What is known to be clean is remembered
beside BUILD, in tidy-cache; who comes while another looks waits, and has what that one found clean."""
import concurrent.futures
import fcntl
import hashlib
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import time

from sources import CXX_FOLDERS, ROOT


def is_ours(source, build):
    """Whether it is a source of ours, or CMake's collection of some."""
    for root in (build, ROOT):
        if source.is_relative_to(root):
            parts = source.relative_to(root).parts
            return parts[0] in CXX_FOLDERS and (root == ROOT or "Unity" in parts)
    return False


def compilations(build):
    """What is compiled in BUILD: (source, its command, the object's path from BUILD), for our own sources."""
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    out = {}
    for entry in entries:
        source = pathlib.Path(entry["file"])
        if is_ours(source, build):
            words = shlex.split(entry["command"])
            out[source] = (source, entry["command"], words[words.index("-o") + 1])
    return list(out.values())


def dependencies(build):
    """By object, every file that its last compilation read, as ninja has it on record."""
    text = subprocess.run(["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True, check=True).stdout
    out, current = {}, None
    for line in text.splitlines():
        heading = re.match(r"(\S.*): #deps \d+, deps mtime \d+ \((\w+)\)", line)
        if heading:
            current = out.setdefault(heading[1], []) if heading[2] == "VALID" else None
        elif line.startswith("    ") and current is not None:
            current.append(line.strip())
    return out


class Fingerprints:
    """What a clean result is remembered by. None where it is not known what a source depends on."""

    def __init__(self, build, tool):
        self.build = build
        self.dependencies = dependencies(build)
        self.known = {}
        version = subprocess.run([tool, "--version"], capture_output=True, text=True, check=True).stdout
        self.common = version + "".join(p.read_text(encoding="utf-8") for p in sorted(ROOT.glob("**/.clang-tidy")))

    def of_file(self, path):
        if path not in self.known:
            if path.is_relative_to(ROOT):
                self.known[path] = hashlib.sha256(path.read_bytes()).hexdigest()
            else:  # a header of the system: it changes as a whole, with its package
                stat = path.stat()
                self.known[path] = f"{stat.st_size} {stat.st_mtime_ns}"
        return self.known[path]

    def of(self, source, command, output):
        read = self.dependencies.get(output)
        if read is None:
            return None
        paths = sorted({(self.build / name).resolve() for name in read} | {source})
        text = "\n".join([self.common, command, *(f"{p} {self.of_file(p)}" for p in paths if p.exists())])
        return hashlib.sha256(text.encode()).hexdigest()


def check(tool, build, source):
    """(clean, what clang-tidy says)"""
    # A collection of sources includes them.
    but = ["--checks=-bugprone-suspicious-include"] if "Unity" in source.parts else []
    command = [tool, "--quiet", "-p", build, *but, source]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    counts = re.compile(r"\d+ warnings?( and \d+ errors?)? generated\.\n")  # those of the system's headers included
    return result.returncode == 0, result.stdout + counts.sub("", result.stderr)


def main():
    # Whoever else wants a processor has it first.
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    tool = shutil.which("clang-tidy-19")
    if not tool:
        print("clang-tidy-19 is not installed")
        return 77
    build, *wanted = sys.argv[1:]
    build = pathlib.Path(build).resolve()
    of_tests = build / "tests" / ".clang-tidy"  # of collections below it
    if of_tests.parent.is_dir() and not of_tests.exists():
        of_tests.symlink_to(ROOT / "tests" / ".clang-tidy")
    cache = build.parent / "tidy-cache"
    cache.mkdir(exist_ok=True)
    # Kept until the end of this process.
    lock = (cache / "lock").open("w", encoding="utf-8")
    fcntl.flock(lock, fcntl.LOCK_EX)
    fingerprints = Fingerprints(build, tool)
    ours = [c for c in compilations(build) if not wanted or any(w in str(c[0]) for w in wanted)]
    marks = {source: fingerprints.of(source, command, output) for source, command, output in ours}
    todo = [source for source, mark in marks.items() if mark is None or not (cache / mark).exists()]
    began = time.monotonic()
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = {pool.submit(check, tool, build, source): source for source in todo}
        for job in concurrent.futures.as_completed(jobs):
            clean, said = job.result()
            source = jobs[job]
            if not clean:
                bad += 1
                print(f"--- {source.relative_to(ROOT)}\n{said}", flush=True)
            elif marks[source]:
                (cache / marks[source]).touch()
    print(f"{len(ours)} sources, {len(todo)} of them looked at in {time.monotonic() - began:.0f} s, {bad} with faults")
    return 1 if bad or not ours else 0


if __name__ == "__main__":
    sys.exit(main())
