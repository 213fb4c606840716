#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""packages_test.py: the packages are built with what tools/packages lists, and .SRCINFO says what PKGBUILD does."""
import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ARCH = ROOT / "packaging/arch"

# What distributions have on every machine that builds packages.
ASSUMED = {"g++", "gcc", "pkgconf", "-"}
# What only packages need: Fedora's look at what they install.
OWN = {"appstream", "debhelper-compat", "desktop-file-utils", "systemd-rpm-macros"}

# .SRCINFO's order.
FIELDS = ("pkgdesc", "pkgver", "pkgrel", "url", "arch", "license", "makedepends", "depends", "optdepends", "source",
          "sha256sums")


def text(path):
    return (ROOT / path).read_text(encoding="utf-8")


def needed():
    """What building takes, by distribution: all names, with those of single releases."""
    table = re.search(r"<<'TABLE'\n(.*?)^TABLE$", text("tools/packages"), re.DOTALL | re.MULTILINE)[1]
    rows = [row.split()[1:] for row in table.splitlines() if row.startswith("build ")]
    debian, fedora, arch = zip(*rows)
    return {name for cell in debian for name in re.sub(r",\w+=", " ", cell).split()}, set(fedora), set(arch)


def pkgbuild():
    """Its fields, by the shell that reads it."""
    script = 'set -eu; . "$0"; for field; do declare -n values=$field; printf "$field\\t%s\\n" "${values[@]}"; done'
    said = subprocess.run(["bash", "-c", script, ARCH / "PKGBUILD", "pkgname", *FIELDS], capture_output=True, text=True,
                          check=True).stdout
    return [tuple(line.split("\t")) for line in said.splitlines()]


class Dependencies(unittest.TestCase):
    def assert_same(self, found, wanted):
        self.assertGreater(len(wanted), 10)
        self.assertEqual(sorted(found - OWN - ASSUMED), sorted(wanted - ASSUMED))

    def test_of_debian(self):
        field = re.search(r"^Build-Depends:(.*(?:\n .*)*)", text("packaging/debian/control"), re.MULTILINE)[1]
        self.assert_same({re.sub(r" *\(.*\)", "", name).strip() for name in re.split(r"[,|]", field)}, needed()[0])

    def test_of_fedora(self):
        names = re.findall(r"^BuildRequires: +(\S+)", text("packaging/rpm/calmcalf.spec"), re.MULTILINE)
        self.assert_same(set(names), needed()[1])

    def test_of_arch(self):
        fields = pkgbuild()
        makes = {value for field, value in fields if field == "makedepends"}
        runs = {value for field, value in fields if field == "depends"}
        wanted = needed()[2]
        self.assertEqual(makes - wanted, set())
        self.assertEqual(wanted - ASSUMED - makes - runs, set())


class Srcinfo(unittest.TestCase):
    def test_is_what_pkgbuild_says(self):
        fields = pkgbuild()
        name = dict(fields)["pkgname"]
        lines = [f"pkgbase = {name}", *(f"\t{field} = {value}" for field, value in fields if field != "pkgname"), "",
                 f"pkgname = {name}"]
        self.assertEqual((ARCH / ".SRCINFO").read_text(encoding="utf-8").strip().splitlines(), lines,
                         "in packaging/arch, run makepkg --printsrcinfo >.SRCINFO")


if __name__ == "__main__":
    unittest.main()
