#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""release_test.py CALMCALF CALMCALFD: CMakeLists.txt is the one place of the version, and copies of it agree (of .SRCINFO's:
packages_test.py); changelogs say what NEWS.md says."""
import pathlib
import re
import shutil
import subprocess
import sys
import unittest

PROGRAMS = sys.argv[1:]
ROOT = pathlib.Path(__file__).resolve().parents[2]
CHANGELOG = ROOT / "packaging/changelog"
TWO_RELEASES = """# News

## 0.2.0 (unreleased)

The second, with a paragraph
of two lines.

- A point that is so long that it does not fit into a single line of any changelog, whatever its form is.

## 0.1.0 (2026-12-24)

- The first.
"""
DEBIAN = """calmcalf (0.2.0-0upstream1) unstable; urgency=medium

  * The second, with a paragraph of two lines.
  * A point that is so long that it does not fit into a single line of any
    changelog, whatever its form is.

 -- The Calmcalf authors <calmcalf@users.noreply.github.com>  Mon, 01 Feb 2027 08:00:00 +0000

calmcalf (0.1.0-0upstream1) unstable; urgency=medium

  * The first.

 -- The Calmcalf authors <calmcalf@users.noreply.github.com>  Thu, 24 Dec 2026 12:00:00 +0000
"""
RPM = """* Mon Feb 01 2027 The Calmcalf authors <calmcalf@users.noreply.github.com> - 0.2.0-1
- The second, with a paragraph of two lines.
- A point that is so long that it does not fit into a single line of any
  changelog, whatever its form is.

* Thu Dec 24 2026 The Calmcalf authors <calmcalf@users.noreply.github.com> - 0.1.0-1
- The first.
"""
APPSTREAM = """    <release version="0.2.0" type="development" date="2027-02-01">
      <description>
        <p>The second, with a paragraph of two lines.</p>
        <ul>
          <li>A point that is so long that it does not fit into a single line of any changelog, whatever its form is.</li>
        </ul>
      </description>
    </release>
    <release version="0.1.0" date="2026-12-24">
      <description>
        <ul>
          <li>The first.</li>
        </ul>
      </description>
    </release>
"""


def found(path, pattern):
    match = re.search(pattern, (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)
    return match and match[1]


def changelog(form, news):
    return subprocess.run([CHANGELOG, form, "1801468800"], input=news, capture_output=True, text=True, check=False)


class Version(unittest.TestCase):
    version = found("CMakeLists.txt", r"^project\(calmcalf VERSION ([0-9.]+) ")

    def test_is_the_same_in_every_copy(self):
        for path, pattern in (("NEWS.md", r"^## (\S+) "),
                              ("packaging/arch/PKGBUILD", r"^pkgver=(.*)$"),
                              ("packaging/rpm/calmcalf.spec", r"^Version: +(.*)$")):
            self.assertEqual(found(path, pattern), self.version, path)

    def test_is_what_the_programs_say(self):
        for program in PROGRAMS:
            said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
            self.assertEqual(said.split(), [pathlib.Path(program).name, self.version])


class Changelog(unittest.TestCase):
    def test_says_what_the_news_say(self):
        self.assertEqual(changelog("debian", TWO_RELEASES).stdout, DEBIAN)
        self.assertEqual(changelog("rpm", TWO_RELEASES).stdout, RPM)
        self.assertEqual(changelog("appstream", TWO_RELEASES).stdout, APPSTREAM)

    def test_escapes_what_is_markup_to_appstream(self):
        said = changelog("appstream", "## 0.1.0 (2026-12-24)\n\n- `a < b` & `c`: \"d\".\n").stdout
        self.assertIn("<li><code>a &lt; b</code> &amp; <code>c</code>: \"d\".</li>", said)

    def test_of_this_release_has_every_word(self):
        news = (ROOT / "NEWS.md").read_text(encoding="utf-8")
        said = changelog("rpm", news).stdout
        self.assertGreater(len(said.split()), 100)
        for point in re.findall(r"^- (.*(?:\n  .*)*)", news, re.MULTILINE):
            self.assertIn(" ".join(point.split()), " ".join(said.split()))

    def test_is_read_by_dpkg(self):
        if not shutil.which("dpkg-parsechangelog"):
            self.skipTest("there is no dpkg-parsechangelog")
        said = subprocess.run(["dpkg-parsechangelog", "--all", "--file", "-"], input=DEBIAN, capture_output=True,
                              text=True, check=True)
        self.assertEqual(said.stderr, "")
        self.assertIn("Version: 0.2.0-0upstream1\n", said.stdout)

    def test_refuses_a_heading_that_it_cannot_read(self):
        for news in ("# News\n", "## 0.1.0 (soon)\n\n- The first.\n"):
            run = changelog("debian", news)
            self.assertNotEqual(run.returncode, 0, news)
            self.assertIn("a heading is `## VERSION (YYYY-MM-DD)`", run.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
