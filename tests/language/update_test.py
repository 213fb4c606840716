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


class Update(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        for part in ("cli", "daemon", "packaging", "po"):
            shutil.copytree(ROOT / part, self.root / part, symlinks=True)

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


if __name__ == "__main__":
    unittest.main()
