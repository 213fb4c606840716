#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""The icons are whole in themselves, and at 16 pixels they can be seen on light and dark panels and told apart by shape.
What the service draws where no theme has them: tests/adapters/sdbus/tray_icon_test.cpp."""
import itertools
import pathlib
import re
import unittest
import xml.etree.ElementTree as ElementTree

import gi

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging/icons/hicolor"
NAME = "io.github.calmcalf.Calmcalf"
APPLICATION = FOLDER / f"scalable/apps/{NAME}.svg"
SYMBOLIC = FOLDER / f"symbolic/apps/{NAME}-symbolic.svg"
STATES = {state: FOLDER / f"scalable/status/{NAME}-{state}.svg"
          for state in ("resting", "waiting", "due", "paused", "problem")}
SIDES = {APPLICATION: 128, SYMBOLIC: 16} | dict.fromkeys(STATES.values(), 16)
SIZES = (16, 22, 24, 32, 48, 128)
LIGHT, DARK = (255, 255, 255), (48, 48, 48)
TOLD_APART = 10  # pixels of 256
SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {SVG + name for name in ("svg", "title", "style", "defs", "linearGradient", "stop", "clipPath", "g", "path",
                                    "rect", "circle")}


def pixels(svg, size=16):
    """As GTK draws it: rows from the top, each pixel red, green, blue, alpha."""
    loader = GdkPixbuf.PixbufLoader.new_with_type("svg")
    loader.set_size(size, size)
    loader.write(svg)
    loader.close()
    picture = loader.get_pixbuf()
    rows = (picture.get_pixels()[row * picture.get_rowstride():][:4 * size] for row in range(picture.get_height()))
    return [tuple(row[at:at + 4]) for row in rows for at in range(0, len(row), 4)]


def luminance(colour):
    """As WCAG 2 works it out."""
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def solid(picture):
    return [pixel[:3] for pixel in picture if pixel[3] == 255]


def pixels_of_other_shape(one, other):
    """How many are drawn in one and are not in the other, whatever their colour."""
    return sum(abs(here[3] - there[3]) > 127 for here, there in zip(one, other))


class Icons(unittest.TestCase):
    def test_are_these_files(self):
        self.assertEqual(sorted(file for file in FOLDER.rglob("*") if file.is_file()), sorted(SIDES))

    def test_are_squares_of_plain_shapes_that_refer_to_nothing_outside(self):
        for file, side in SIDES.items():
            with self.subTest(file.name):
                text = file.read_text(encoding="utf-8")
                root = ElementTree.fromstring(text)
                self.assertEqual((root.get("width"), root.get("height"), root.get("viewBox")),
                                 (str(side), str(side), f"0 0 {side} {side}"))
                self.assertLessEqual({element.tag for element in root.iter()}, ELEMENTS)
                self.assertNotRegex(text, r"href|@import|<!DOCTYPE|<!ENTITY")
                ids = {element.get("id") for element in root.iter()}
                self.assertLessEqual(set(re.findall(r"url\(#?([^)]*)\)", text)), ids)

    def test_are_drawn_at_every_size(self):
        for file, size in itertools.product(SIDES, SIZES):
            with self.subTest(file.name, size=size):
                picture = pixels(file.read_bytes(), size)
                self.assertEqual(len(picture), size * size)
                self.assertGreater(len(solid(picture)), len(picture) / 8)


class TrayIcons(unittest.TestCase):
    pictures = {state: pixels(file.read_bytes()) for state, file in STATES.items()}

    def test_are_told_apart_by_shape_alone(self):
        for one, other in itertools.combinations(STATES, 2):
            with self.subTest(one=one, other=other):
                self.assertGreaterEqual(pixels_of_other_shape(self.pictures[one], self.pictures[other]), TOLD_APART)

    def test_can_be_seen_on_light_and_dark_panels(self):
        for (state, picture), ground in itertools.product(self.pictures.items(), (LIGHT, DARK)):
            with self.subTest(state, ground=ground):
                self.assertGreaterEqual(min(contrast(colour, ground) for colour in solid(picture)), 3)

    def test_would_not_pass_in_a_pale_colour_or_in_another_colour_alone(self):
        self.assertLess(contrast((0xf0, 0xa0, 0x20), LIGHT), 3)
        red = [(255, 0, 0, pixel[3]) for pixel in self.pictures["due"]]
        self.assertLess(pixels_of_other_shape(red, self.pictures["due"]), TOLD_APART)


class ApplicationIcon(unittest.TestCase):
    def test_stands_out_from_light_and_dark(self):
        colours = solid(pixels(APPLICATION.read_bytes()))
        for ground, least in ((LIGHT, 0.5), (DARK, 0.3)):
            with self.subTest(ground=ground):
                visible = [colour for colour in colours if contrast(colour, ground) >= 3]
                self.assertGreaterEqual(len(visible) / len(colours), least)

    def test_has_the_moon_of_the_tray_icons(self):
        moons = {re.search(r'd="(M6\.62[^"]*)"', file.read_text(encoding="utf-8"))[1] for file in SIDES}
        self.assertEqual(len(moons), 1)


class SymbolicIcon(unittest.TestCase):
    def test_takes_every_colour_as_desktops_give_it(self):
        svg = SYMBOLIC.read_text(encoding="utf-8")
        own = re.search(r'<style id="current-color-scheme"[^>]*>(.*)</style>', svg)[1]
        for given in ("path { fill: #c81010 !important; }",  # GTK
                      ".ColorScheme-Text { color: #c81010; }"):  # KDE
            self.assertEqual(set(solid(pixels(svg.replace(own, given).encode()))), {(200, 16, 16)}, given)


if __name__ == "__main__":
    unittest.main()
