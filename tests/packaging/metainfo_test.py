#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""metainfo_test.py METAINFO: what software centres show is as AppStream has it, and agrees with the other files."""
import configparser
import datetime
import pathlib
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ElementTree

METAINFO = pathlib.Path(sys.argv[1])
ROOT = pathlib.Path(__file__).resolve().parents[2]
LAUNCHER = ROOT / "packaging/io.github.calmcalf.Calmcalf.desktop"
PICTURES = "https://raw.githubusercontent.com/calmcalf/calmcalf/HEAD/"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
HEADING = re.compile(r"^## (\S+) \((.+)\)$", re.MULTILINE)


def validated(file):
    done = subprocess.run(["appstreamcli", "validate", "--no-net", "--pedantic", "--no-color", file],
                          capture_output=True, text=True, check=False)
    return done.returncode, re.findall(r"^[EW]: .*", done.stdout, re.MULTILINE), done.stdout + done.stderr


def locale_of(tag):
    """The locale that a tag of XML means: gettext writes pt_BR as pt-BR and zh_CN as zh-Hans-CN from 0.23 on."""
    return re.sub("-[A-Z][a-z]{3}(?=-)", "", tag).replace("-", "_")


class Metainfo(unittest.TestCase):
    root = ElementTree.parse(METAINFO).getroot()

    def test_has_neither_errors_nor_warnings(self):
        status, complaints, said = validated(METAINFO)
        self.assertEqual((status, complaints), (0, []), said)

    def test_would_not_pass_without_a_licence(self):
        broken = METAINFO.with_name(f"without-licence.{METAINFO.name}")
        self.addCleanup(broken.unlink)
        broken.write_text(METAINFO.read_text(encoding="utf-8").replace("metadata_license", "license"), encoding="utf-8")
        self.assertNotEqual(validated(broken)[0], 0)

    def test_agrees_with_the_launcher(self):
        self.assertEqual(self.root.findtext("launchable"), LAUNCHER.name)
        launcher = configparser.ConfigParser(interpolation=None)
        launcher.optionxform = str
        launcher.read(LAUNCHER, encoding="utf-8")
        entry = launcher["Desktop Entry"]
        self.assertEqual(self.root.findtext("id"), entry["Icon"])
        self.assertEqual(self.root.findtext("name"), entry["Name"])
        self.assertEqual(self.root.findtext("summary"), entry["Comment"])
        self.assertEqual({one.text for one in self.root.iter("category")}, set(entry["Categories"].split(";")) - {""})

    def test_has_the_releases_of_the_news(self):
        news = HEADING.findall((ROOT / "NEWS.md").read_text(encoding="utf-8"))
        releases = list(self.root.iter("release"))
        self.assertTrue(releases)
        self.assertEqual([one.get("version") for one in releases], [version for version, _ in news])
        for release, (_, date) in zip(releases, news):
            if date == "unreleased":
                self.assertEqual(release.get("type"), "development")
                datetime.date.fromisoformat(release.get("date"))
            else:
                self.assertEqual((release.get("type"), release.get("date")), (None, date))

    def test_says_what_is_new(self):
        news = (ROOT / "NEWS.md").read_text(encoding="utf-8").replace("`", "")
        said = ["".join(point.itertext()) for point in self.root.iter("release") for point in point.iter("li")]
        self.assertEqual(said, [" ".join(point.split()) for point in
                                re.findall(r"^- (.*(?:\n  .*)*)", news, re.MULTILINE)])

    def test_is_in_every_language(self):
        languages = (ROOT / "po/LINGUAS").read_text(encoding="utf-8").split()
        self.assertEqual(self.root.find("translation").attrib, {"type": "gettext"})
        self.assertEqual(self.root.findtext("translation"), "calmcalf")
        shown = [self.root, self.root.find("description"), self.root.find("description/ul"),
                 *self.root.iter("screenshot")]
        english = [text for part in shown for text in part if text.tag in ("summary", "p", "li", "caption")]
        for language in languages:
            said = [text for text in english if locale_of(text.get(LANGUAGE, "")) == language]
            self.assertEqual(len(said), 11, language)
            self.assertTrue(all("".join(text.itertext()).strip() for text in said), language)

    def test_shows_pictures_that_are_there(self):
        pictures = [one.text for one in self.root.iter("image")]
        self.assertGreaterEqual(len(pictures), 3)
        for picture in pictures:
            self.assertTrue(picture.startswith(PICTURES), picture)
            self.assertTrue((ROOT / picture.removeprefix(PICTURES)).is_file(), picture)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
