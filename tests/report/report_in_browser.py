#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""report_in_browser.py CALMCALF GENERATE_HISTORY TOOLS LOCALES: the report in a real Chromium. TOOLS is where
install_tools.py put axe-core and html-validate; LOCALES are those that tests/language compiles. Pictures of it go to the
folder that CALMCALF_PICTURES names."""
import base64
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

NEEDED = ("chromium", "chromedriver", "node", "pdfinfo", "pdftotext", "pdftoppm", "msgfmt")
MISSING = [program for program in NEEDED if shutil.which(program) is None]
try:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
except ImportError:
    MISSING.append("python3-selenium")
if MISSING:
    print(f"not there: {', '.join(MISSING)}; tools/packages install browser")
    sys.exit(77)

CALMCALF, GENERATE_HISTORY, TOOLS, LOCALES = (pathlib.Path(argument).resolve() for argument in sys.argv[1:5])
ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/language"))
import pseudo
MODULES = TOOLS / "node_modules"
RULES = pathlib.Path(__file__).with_name("html-validate.json")
PICTURES = os.environ.get("CALMCALF_PICTURES")
PHONE, DESKTOP = (360, 780), (1200, 900)
PAPER = (703, 1032)  # what the margins leave of A4, in CSS pixels
SCHEDULE = """
timezone = "Europe/Berlin"
[bedtime]
time = 22:30:00
[profile]
cautions = ["potassium", "balance"]
"""
STARTER = ("water", "warm-bath", "banana", "heel-walk", "calf-stretch", "hamstring-stretch")
HOSTILE = """
[[step]]
id = "hostile"
title = "</h2><script>document.title='run'</script><img src=http://example.invalid/x>"
text = "It would like to be markup."
at = 21:00:00
[[step]]
id = "long"
title = "Averylongwordwithoutanyblankthatdoesnotfitintothewidthofatelephoneheldupright"
text = "It is long."
at = 21:10:00
"""


IN_ENGLISH = {**os.environ, "LC_ALL": "C", "LANGUAGE": ""}
IN_ARABIC = {**os.environ, "LC_ALL": "ar_EG.UTF-8", "LANGUAGE": "", "LOCPATH": str(LOCALES)}
ARABIC_LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابجدةفغهيجكلمنوبقرستثوءخىز")


def luminance(colour):
    """Of "#rrggbb", as WCAG 2 works it out."""
    parts = [int(colour[place:place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def schedule_of(steps):
    return SCHEDULE + "".join(f'[[step]]\nuse = "{step}"\n' for step in steps)


def in_arabic_letters(template):
    """A catalogue of texts that nobody can read: each as long as a translation may be, from right to left."""
    pseudo.ACCENTED = {**ARABIC_LETTERS, **{ord(chr(code).upper()): letter for code, letter in ARABIC_LETTERS.items()}}
    catalogue = pseudo.translate(template)
    for english, arabic in (("en", "ar"), ("ltr", "rtl")):
        catalogue, entries = re.subn(f'(msgid "{english}"\nmsgstr) ".*"', f'\\1 "{arabic}"', catalogue)
        assert entries == 1, english
    return catalogue


def arabic_calmcalf(folder):
    """The program beside such a catalogue, as an installation has them."""
    for place in ("bin", "share/locale/ar/LC_MESSAGES"):
        (folder / place).mkdir(parents=True)
    template, catalogue = folder / "calmcalf.pot", folder / "ar.po"
    subprocess.run([ROOT / "po/update", "--template", template], check=True)
    catalogue.write_text(in_arabic_letters(template.read_text(encoding="utf-8")), encoding="utf-8")
    subprocess.run(["msgfmt", "--output-file", folder / "share/locale/ar/LC_MESSAGES/calmcalf.mo", catalogue], check=True)
    return shutil.copy2(CALMCALF, folder / "bin")


class Reports:
    """Reports, each written by calmcalf into a folder of their own."""

    def __init__(self, folder):
        self.folder = folder
        self.written = {
            "full": self.report("full", schedule_of(STARTER), years=2),
            "short": self.report("short", schedule_of((*STARTER, "massage", "hot-water-bag", "move")) + HOSTILE, years=1,
                                 more=("--from", self.nights_ago("full", 40))),
            "empty": self.report("empty", schedule_of(STARTER)),
            "arabic": self.report("arabic", schedule_of(STARTER), years=2, program=arabic_calmcalf(folder / "arabic"),
                                  environment=IN_ARABIC),
        }

    def report(self, name, schedule, years=0, more=(), program=CALMCALF, environment=None):
        (self.folder / f"{name}.toml").write_text(schedule, encoding="utf-8")
        if years:
            subprocess.run([GENERATE_HISTORY, self.folder / f"{name}.db", str(years), "7"], check=True)
        file = self.folder / f"{name}.html"
        subprocess.run([program, "--schedule", self.folder / f"{name}.toml", "--history", self.folder / f"{name}.db",
                        "report", "--output", file, *more], env=environment or IN_ENGLISH, check=True,
                       stdout=subprocess.DEVNULL)
        return file

    def nights_ago(self, name, number):
        """The date of the last night but so many of that history."""
        history = subprocess.run([CALMCALF, "--history", self.folder / f"{name}.db", "history", "--calendar", "--json"],
                                 check=True, capture_output=True).stdout
        return json.loads(history)[-number - 1]["night"]


def start_browser(folder):
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                     f"--user-data-dir={folder}/profile"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    return webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)


class ReportInBrowser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.reports = Reports(cls.folder).written
        cls.browser = start_browser(cls.folder)
        cls.addClassCleanup(cls.browser.quit)
        cls.axe = (MODULES / "axe-core/axe.min.js").read_text(encoding="utf-8")

    def open(self, name, size=DESKTOP, scheme="light", medium=""):
        """The report, laid out anew."""
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False})
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "media": medium, "features": [{"name": "prefers-color-scheme", "value": scheme}]})
        self.browser.get(self.reports[name].as_uri())

    def unfold(self):
        self.browser.execute_script("for (const one of document.querySelectorAll('details')) one.open = true;")

    def picture(self, name):
        if PICTURES:
            shot = self.browser.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True})
            pathlib.Path(PICTURES).mkdir(parents=True, exist_ok=True)
            pathlib.Path(PICTURES, f"{name}.png").write_bytes(base64.b64decode(shot["data"]))

    def violations(self):
        """What axe-core finds. What is inside a drawing is for the eye alone; see the test of its colours."""
        self.browser.execute_script(self.axe)
        found = self.browser.execute_async_script("""
            axe.run({exclude: ['svg[role=img] > :not(title):not(desc)', '.as-table tbody tr:nth-child(n+3)']})
              .then(arguments[arguments.length - 1])""")
        self.assertGreater(len(found["passes"]), 20)
        return [(one["id"], one["nodes"][0]["html"], one["nodes"][0]["failureSummary"]) for one in found["violations"]]

    def printed(self, name):
        self.open(name)
        answer = self.browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": False})
        file = self.folder / f"{name}.pdf"
        file.write_bytes(base64.b64decode(answer["data"]))
        return file

    def text_of_page(self, file, page):
        return subprocess.run(["pdftotext", "-layout", "-f", str(page), "-l", str(page), file, "-"], check=True,
                              capture_output=True, text=True).stdout

    def test_axe_finds_nothing_in_light_and_dark_on_desktop_and_phone(self):
        for name, size, scheme in (("full", DESKTOP, "light"), ("full", DESKTOP, "dark"), ("full", PHONE, "light"),
                                   ("short", PHONE, "dark"), ("empty", DESKTOP, "light"), ("arabic", DESKTOP, "light"),
                                   ("arabic", PHONE, "dark")):
            with self.subTest(name, size=size, scheme=scheme):
                self.open(name, size, scheme)
                self.picture(f"{name}-{'phone' if size == PHONE else 'desktop'}-{scheme}")
                self.unfold()
                self.assertEqual(self.violations(), [])

    def test_axe_can_find_something(self):
        self.open("empty")
        self.browser.execute_script("""document.querySelector('h2').style.color = '#ccc';
                                       document.body.insertAdjacentHTML('beforeend', '<svg role="img"></svg>');""")
        self.assertLessEqual({"color-contrast", "svg-img-alt"}, {found[0] for found in self.violations()})

    def test_colours_of_drawings_can_be_told_from_what_is_behind_them(self):
        text = (("--ink", "--card"), ("--soft", "--card"), ("--ink", "--none"), ("--ink", "--some"), ("--ink", "--most"),
                ("--on-every", "--every"))
        shapes = [(f"--c{number}", "--card") for number in range(5)] + [("--accent", "--card"), ("--cramp", "--halo")]
        shades = (("--every", "--most"), ("--most", "--none"))
        for scheme in ("light", "dark"):
            self.open("empty", scheme=scheme)
            for pairs, least in ((text, 4.5), (shapes, 3), (shades, 1.5)):
                for one, other in pairs:
                    self.assertGreaterEqual(self.contrast(one, other), least, (scheme, one, other))

    def contrast(self, one, other):
        """As WCAG 2 works it out, of two colours of the style sheet."""
        darker, lighter = sorted(luminance(self.browser.execute_script(
            "return getComputedStyle(document.documentElement).getPropertyValue(arguments[0])", name).strip())
                                 for name in (one, other))
        return (lighter + 0.05) / (darker + 0.05)

    def test_the_html_checker_finds_nothing(self):
        checked = subprocess.run([MODULES / ".bin/html-validate", "--config", RULES, "--formatter", "text",
                                  *self.reports.values()], capture_output=True, text=True, check=False)
        self.assertEqual((checked.returncode, checked.stdout + checked.stderr), (0, ""))

    def test_nothing_scrolls_sideways_on_a_phone(self):
        for name in self.reports:
            self.open(name, PHONE)
            self.unfold()
            width = self.browser.execute_script("return document.documentElement.scrollWidth")
            self.assertLessEqual(width, PHONE[0], name)

    def test_no_label_of_a_drawing_leaves_the_page(self):
        for name in self.reports:
            for size in (PHONE, DESKTOP):
                self.open(name, size)
                outside = self.browser.execute_script("""
                    return [...document.querySelectorAll('svg[role=img] text')].filter(one => one.getClientRects().length)
                      .filter(one => one.getBoundingClientRect().left < 0 ||
                                     one.getBoundingClientRect().right > document.documentElement.clientWidth)
                      .map(one => one.textContent)""")
                self.assertEqual(outside, [], (name, size))

    def test_from_right_to_left_it_begins_on_the_right(self):
        self.open("arabic")
        root = self.browser.find_element("tag name", "html")
        self.assertEqual((root.get_attribute("lang"), root.get_attribute("dir")), ("ar", "rtl"))
        begins = self.browser.execute_script("""
            const right = one => one.getBoundingClientRect().right;
            const times = document.querySelector('.evening .time'), title = document.querySelector('.evening .what');
            const cells = [...document.querySelector('#steps tr').children];
            const letters = [...document.querySelector('.months svg').querySelectorAll('text')].slice(0, 7);
            return {heading: right(document.querySelector('main')) - right(document.querySelector('h2')),
                    evening: right(times) > right(title), table: right(cells[0]) > right(cells[1]),
                    week: right(letters[0]) > right(letters[6]),
                    axis: right(document.querySelector('.wide .end')) > right(document.querySelector('.wide .line')),
                    bars: right(document.querySelector('.lying .end')) > right(document.querySelector('.lying .bar'))};""")
        self.assertLess(begins.pop("heading"), 40)
        self.assertEqual(begins, {"evening": True, "table": True, "week": True, "axis": True, "bars": True})

    def test_small_print_is_large_enough_on_a_phone(self):
        self.open("full", PHONE)
        smallest = self.browser.execute_script("""
            const sizes = [...document.querySelectorAll('svg[role=img] text')].filter(one => one.getClientRects().length)
              .map(one => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a);
            return Math.min(...sizes);""")
        self.assertGreaterEqual(smallest, 9)

    def test_it_is_printed_on_two_pages_and_only_lists_are_cut(self):
        for name in ("full", "short", "arabic"):
            with self.subTest(name):
                file = self.printed(name)
                self.assertIn("Pages:           2\n", subprocess.run(["pdfinfo", file], check=True, capture_output=True,
                                                                     text=True).stdout)
                if PICTURES:
                    subprocess.run(["pdftoppm", "-r", "110", "-png", file, pathlib.Path(PICTURES, f"{name}-print")],
                                   check=True)
                self.open(name, PAPER, medium="print")
                cut = self.browser.execute_script("""
                    return [...document.querySelectorAll('body > header, .overview, .doctor')]
                      .filter(one => one.scrollHeight > one.clientHeight).map(one => one.className)""")
                self.assertEqual(cut, [])

    def test_what_is_printed_is_the_overview_and_the_page_for_the_doctor(self):
        for name in ("full", "short"):
            with self.subTest(name):
                file = self.printed(name)
                for words in ("Tonight", "Nights", "Strength", "Cramps", "Routine and cramps", "This cannot show"):
                    self.assertIn(words, self.text_of_page(file, 1))
                self.assertIn("For the doctor", self.text_of_page(file, 2))
                self.assertNotIn("To read", self.text_of_page(file, 1) + self.text_of_page(file, 2))

    def test_nothing_is_asked_of_the_network_and_no_text_is_run(self):
        self.browser.get_log("performance")
        for name in self.reports:
            self.open(name)
            self.assertNotEqual(self.browser.title, "run")
        messages = [json.loads(entry["message"])["message"] for entry in self.browser.get_log("performance")]
        asked = {message["params"]["request"]["url"] for message in messages
                 if message["method"] == "Network.requestWillBeSent"}
        self.assertEqual(asked, {file.as_uri() for file in self.reports.values()})
        self.assertEqual([entry for entry in self.browser.get_log("browser") if entry["level"] == "SEVERE"], [])

    def test_a_screen_reader_finds_its_way(self):
        self.open("full")
        outline = self.browser.execute_script("""
            return {landmarks: ['header', 'nav', 'main'].map(name => document.querySelectorAll('body > ' + name).length),
                    levels: [...document.querySelectorAll('h1, h2, h3, h4')].map(one => Number(one.tagName[1])),
                    drawings: document.querySelectorAll('svg:not([aria-hidden])').length,
                    told: [...document.querySelectorAll('svg[role=img]')].filter(one => one.querySelector(':scope > title')
                      .textContent && one.querySelector(':scope > desc').textContent).length,
                    untabled: [...document.querySelectorAll('section')].filter(one => one.querySelector('svg[role=img]') &&
                      !one.querySelector('table')).map(one => one.id)};""")
        self.assertEqual(outline["landmarks"], [1, 1, 1])
        self.assertEqual(outline["levels"][0], 1)
        self.assertTrue(all(after <= before + 1 for before, after in zip(outline["levels"], outline["levels"][1:])))
        self.assertGreater(outline["drawings"], 15)
        self.assertEqual(outline["told"], outline["drawings"])
        self.assertEqual(outline["untabled"], [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
