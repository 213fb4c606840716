#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""What po/update makes of the catalogues, in a copy of what it reads."""
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SPDX = "# SPDX-FileCopyrightText: The Calmcalf authors\n# SPDX-License-Identifier: MIT\n"


SOURCE = 'tr("A glass of water"); tr("{} of {} nights", 1, 2); tr_plural("{} step", "{} steps", 2);\n'


class Update(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        for part in ("packaging", "po"):
            shutil.copytree(ROOT / part, self.root / part, symlinks=True)
        for file in (self.root / "po").glob("*.po"):
            if file.stem != "de":
                file.unlink()
        (self.root / "daemon").mkdir()
        (self.root / "cli").mkdir()
        (self.root / "cli/one.cpp").write_text(SOURCE, encoding="utf-8")

    def run_update(self, *words):
        done = subprocess.run([self.root / "po/update", *words], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    def has_languages(self, *languages):
        (self.root / "po/LINGUAS").write_text("".join(f"{language}\n" for language in languages), encoding="utf-8")

    def catalogue(self, language):
        return self.root / f"po/{language}.po"

    def compiled(self, language):
        """What msgfmt has to say of the catalogue."""
        done = subprocess.run(["msgfmt", "--check", "--output-file", self.root / "compiled.mo", self.catalogue(language)],
                              capture_output=True, text=True, check=False)
        return done.returncode, done.stderr

    def has_complete_german(self):
        """Whatever ours still lacks, English stands for it."""
        self.has_languages("de")
        self.assertEqual(self.run_update(), (0, ""))
        file = self.catalogue("de")
        for command in (["msgattrib", "--clear-fuzzy", "--clear-previous"], ["msgen"]):
            subprocess.run([*command, "--no-wrap", "--output-file", file, file], check=True)
        self.assertEqual(self.run_update(), (0, ""))
        return file.read_text(encoding="utf-8")

    def test_makes_a_catalogue_for_a_new_language_that_only_wants_translations(self):
        self.has_languages("sv")
        self.assertEqual(self.run_update(), (0, ""))
        made = self.catalogue("sv").read_text(encoding="utf-8")
        self.assertTrue(made.startswith(SPDX + 'msgid ""\nmsgstr ""\n"Project-Id-Version: Calmcalf\\n"\n'), made[:900])
        header = made[:made.index("\n\n")]
        self.assertIn('"Content-Type: text/plain; charset=UTF-8\\n"', header)
        for unfilled in ("PACKAGE", "YEAR", "FULL NAME", "EMAIL"):
            self.assertNotIn(unfilled, header)
        empty = 'msgid "A glass of water"\nmsgstr ""'
        self.assertIn(empty, made)
        filled = made.replace(empty, empty[:-1] + 'Ett glas vatten, på kvällen"')
        self.catalogue("sv").write_text(filled, encoding="utf-8")
        self.assertEqual(self.compiled("sv"), (0, ""))
        self.assertEqual(self.run_update(), (0, ""))
        self.assertEqual(self.catalogue("sv").read_text(encoding="utf-8"), filled)

    def test_changes_nothing_the_second_time(self):
        once = self.has_complete_german()
        self.assertEqual(self.run_update("--check"), (0, ""))
        self.assertEqual(self.run_update(), (0, ""))
        self.assertEqual(self.catalogue("de").read_text(encoding="utf-8"), once)

    def test_says_what_is_left_to_do(self):
        german = self.has_complete_german()
        self.has_languages("de", "sv")
        self.run_update()
        count = self.catalogue("sv").read_text(encoding="utf-8").count("\nmsgid ") - 1
        self.assertEqual(self.run_update("--check"), (1, f"po/sv.po: {count} missing, 0 unsure, 0 unused\n"))

        self.has_languages("de", "tlh")
        self.assertEqual(self.run_update("--check"), (1, "po/tlh.po: is not there; po/update makes it\n"))

        self.has_languages("de")
        more = self.root / "cli/two.cpp"
        more.write_text('tr_plural("{} purple cow", "{} purple cows", 2); tr("Purple");\n', encoding="utf-8")
        self.assertEqual(self.run_update("--check"), (1, "po/de.po: 2 missing, 0 unsure, 0 unused\n"))
        more.unlink()

        unsure = german.replace("#, no-c-format\n", "#, fuzzy, no-c-format\n", 1)
        cows = '\nmsgid "{} purple cow"\nmsgid_plural "{} purple cows"\nmsgstr[0] "{} Kuh"\nmsgstr[1] "{} Kühe"\n'
        self.catalogue("de").write_text(unsure + cows, encoding="utf-8")
        self.assertEqual(self.run_update("--check"), (1, "po/de.po: 0 missing, 1 unsure, 1 unused\n"))

    def test_says_where_it_would_change_a_catalogue(self):
        german = self.has_complete_german()
        elsewhere = german.replace("#: cli/one.cpp\n", "#: cli/another.cpp\n")
        self.assertNotEqual(elsewhere, german)
        self.catalogue("de").write_text(elsewhere, encoding="utf-8")
        self.assertEqual(self.run_update("--check"), (1, "po/de.po: is not as po/update writes it\n"))

    def test_passes_on_what_msgfmt_warns_of(self):
        lines = self.has_complete_german().splitlines(keepends=True)
        self.catalogue("de").write_text("".join(line for line in lines if '"Language-Team: ' not in line),
                                        encoding="utf-8")
        status, said = self.run_update("--check")
        self.assertEqual(status, 1)
        self.assertIn("header field 'Language-Team' missing", said)


if __name__ == "__main__":
    unittest.main()
