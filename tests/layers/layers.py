#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""layers.py [ROOT]: what runs against the layers, includes foremost, a line each. Exit status 1 if there is any."""
import pathlib
import re
import sys

# What a layer may include of ours, besides its own folder; and whether of others' it may include anything or the C++
# standard library alone. A file belongs to the layer with the longest name that its path begins with.
# "daemon/adapters/*" is each adapter by itself: none sees another. "daemon/." is what lies in daemon/ itself.
LAYERS = {
    "daemon/domain": ([], "standard"),
    "daemon/ports": (["daemon/domain"], "standard"),
    "daemon/language": (["daemon/domain"], "any"),
    "daemon/app": (["daemon/ports", "daemon/language", "daemon/domain"], "any"),
    "daemon/loop": ([], "any"),
    "daemon/adapters/*": (["daemon/ports", "daemon/language", "daemon/domain", "daemon/loop"], "any"),
    "daemon/story": (["daemon/app", "daemon/adapters/*", "daemon/ports", "daemon/language", "daemon/domain"], "any"),
    "daemon/.": (["daemon/app", "daemon/adapters/*", "daemon/ports", "daemon/language", "daemon/domain"], "any"),
    "cli": (["daemon/story", "daemon/app", "daemon/adapters/*", "daemon/ports", "daemon/language", "daemon/domain"],
            "any"),
}
SUFFIXES = (".hpp", ".cpp", ".h", ".c", ".in")
INCLUDED_FROM = ("daemon", "")  # the folders that a path in quotes may start from

# The domain owns no clock, file, log or thread: not even the standard library's.
NOT_IN_THE_DOMAIN = {f"<{name}>" for name in (
    "iostream fstream ostream istream iomanip sstream print cstdio filesystem syncstream ctime cstdlib random csignal "
    "thread stop_token mutex shared_mutex condition_variable future semaphore latch barrier atomic").split()}
CLOCK = re.compile(r"\b\w+_clock::now\b")

# C's headers (<string.h>), POSIX's and others' are not among them: <name> with neither dot nor slash.
STANDARD = re.compile(r"<[a-z_0-9]+>")
INCLUDE = re.compile(r'^\s*#\s*include\s*(<[^>]+>|"[^"]+")')


def layer_of(path):
    """The name of the layer that a path below ROOT lies in, with * filled in; None outside of them all."""
    parts = pathlib.PurePosixPath(path).parts
    if "/".join(parts[:-1]) + "/." in LAYERS:
        return "/".join(parts[:-1]) + "/."
    for length in range(len(parts) - 1, 0, -1):
        for name in ("/".join(parts[:length]), "/".join((*parts[: length - 1], "*"))):
            if name in LAYERS:
                return name.replace("*", parts[length - 1])
    return None


def allowed(layer):
    """The row of LAYERS for what layer_of() said."""
    return LAYERS.get(layer) or LAYERS[layer.rpartition("/")[0] + "/*"]


def may_include(layer, other):
    if layer == other:
        return True
    names, _ = allowed(layer)
    return other in names or other.rpartition("/")[0] + "/*" in names


def found(root, including, written):
    """The path below root of a file included as "written": beside the including file, or from one of INCLUDED_FROM.
    A file that the build makes is found as the .in that it is made of."""
    for folder in (str(pathlib.PurePosixPath(including).parent), *INCLUDED_FROM):
        path = pathlib.PurePosixPath(folder, written)
        if (root / path).is_file() or (root / f"{path}.in").is_file():
            return str(path)
    return None


def fault(root, including, what):
    """What is wrong with one include, or None."""
    layer = layer_of(including)
    name = what[1:-1]
    if what.startswith("<"):
        if allowed(layer)[1] == "standard" and not STANDARD.fullmatch(what):
            return f"{layer} includes nothing but the C++ standard library and itself, not {what}"
        if layer == "daemon/domain" and what in NOT_IN_THE_DOMAIN:
            return f"daemon/domain has no clock, input, output or thread: not {what}"
        path = found(root, including, name)
        if path and layer_of(path):
            return f"our own headers are included in quotes, not as {what}"
        return None
    if ".." in pathlib.PurePosixPath(name).parts:
        return f'"{name}": say the whole path, without ..'
    path = found(root, including, name)
    if path is None:
        return f'"{name}" is no file of ours: others\' headers are included as <{name}>'
    other = layer_of(path)
    if other is None:
        return f'"{name}" lies in no layer that tests/layers/layers.py knows'
    if not may_include(layer, other):
        return f'{layer} may not include {other} ("{name}")'
    return None


def faults(root):
    """(path, line, what is wrong) of every fault below root, and the number of files read."""
    out, read = [], 0
    files = [p for top in ("daemon", "cli") for p in (root / top).rglob("*") if p.suffix in SUFFIXES]
    for file in sorted(files):
        path = file.relative_to(root).as_posix()
        read += 1
        if layer_of(path) is None:
            out.append((path, 1, "lies in no layer: add it to the table in tests/layers/layers.py"))
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            include = INCLUDE.match(line)
            wrong = include and fault(root, path, include[1])
            if wrong:
                out.append((path, number, wrong))
            if layer_of(path) == "daemon/domain" and CLOCK.search(line):
                out.append((path, number, "daemon/domain reads no clock: now is an argument"))
    return out, read


def main(args):
    root = pathlib.Path(args[0]) if args else pathlib.Path(__file__).resolve().parents[2]
    wrong, read = faults(root)
    for path, number, text in wrong:
        print(f"{path}:{number}: {text}")
    if not read:
        print(f"{root}: no source files here")
        return 1
    print(f"{read} files read, {len(wrong)} lines against the layers")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
