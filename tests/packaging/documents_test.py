#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""documents_test.py: every package has the same documents, and what these link to is among them."""
import pathlib
import re
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGED = ["NEWS.md", "README.md", "docs"]
CODE = re.compile(r"^```.*?^```$|^    .*$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r'\]\(([^)\s]+)\)|<img src="([^"]+)"')
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


def files(root):
    found = [root / name for name in PACKAGED]
    return {file for place in found for file in ([place] if place.is_file() else place.rglob("*")) if file.is_file()}


def anchors(text):
    """As GitHub makes them of headings."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in HEADING.findall(text)}


def broken(root):
    """The links that lead to nothing that is packaged, each with its document."""
    packaged = files(root)
    for document in sorted(file for file in packaged if file.suffix == ".md"):
        for link in LINK.finditer(CODE.sub("", document.read_text(encoding="utf-8"))):
            target = link[1] or link[2]
            if re.match(r"https?://", target):
                continue
            path, _, anchor = target.partition("#")
            file = (document.parent / path).resolve() if path else document
            if file not in packaged or anchor and anchor not in anchors(file.read_text(encoding="utf-8")):
                yield f"{document.relative_to(root)}: {target}"


class Documents(unittest.TestCase):
    def test_are_in_every_package(self):
        def words(path, pattern):
            return re.search(pattern, (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)[1].split()

        self.assertEqual((ROOT / "packaging/debian/calmcalf.docs").read_text(encoding="utf-8").split(), PACKAGED)
        self.assertEqual(words("packaging/rpm/calmcalf.spec", r"^%doc (.*)$"), PACKAGED)
        self.assertEqual(words("packaging/arch/PKGBUILD", r'cp -R (.*) "\$pkgdir/usr/share/doc/'), PACKAGED)
        self.assertIn("dh_compress -X.md", (ROOT / "packaging/debian/rules").read_text(encoding="utf-8"))

    def test_link_to_what_is_packaged(self):
        self.assertGreater(len(files(ROOT)), 10)
        self.assertEqual(list(broken(ROOT)), [])

    def test_would_not_pass_with_a_link_to_what_is_not(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name).resolve()
            (folder / "docs").mkdir()
            (folder / "NEWS.md").write_text("# News\n")
            (folder / "README.md").write_text("[a](docs/a.md) [b](#news) `[c](c)` [n](NEWS.md#news)\n"
                                              '<img src="docs/a.png" width="1"> [d](https://example.org)\n')
            self.assertEqual(list(broken(folder)), ["README.md: docs/a.md", "README.md: #news", "README.md: docs/a.png"])


if __name__ == "__main__":
    unittest.main()
