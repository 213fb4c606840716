#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""Proves that each of the scripts here finds what it is there to find, on a small repository made for it."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SPDX = "SPDX-FileCopyrightText: The Calmcalf authors\n{} SPDX-License-Identifier: MIT\n"
CXX = "// " + SPDX.format("//")
CMAKE = "# " + SPDX.format("#") + """cmake_minimum_required(VERSION 3.25)
project(small CXX)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_STANDARD 20)
add_library(small STATIC daemon/night.cpp)
"""
HEADER = CXX + "#pragma once\n\nint nights();\n"
SOURCE = CXX + '#include "night.hpp"\n\nint nights() {\n  return 7;\n}\n'


class Lint(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name).resolve()
        shutil.copytree(HERE, self.root / "tests/lint", ignore=shutil.ignore_patterns("CMakeLists.txt", "__pycache__"))
        for name in (".clang-format", ".clang-tidy"):
            shutil.copy(ROOT / name, self.root)
        self.write("CMakeLists.txt", CMAKE)
        self.write("daemon/night.hpp", HEADER)
        self.write("daemon/night.cpp", SOURCE)

    def write(self, path, text):
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def lint(self, script, *args):
        result = subprocess.run([sys.executable, self.root / "tests/lint" / script, *args], capture_output=True,
                                text=True, check=False)
        if result.returncode == 77:
            self.skipTest(result.stdout.strip())
        return result.returncode, result.stdout + result.stderr

    def tidy(self):
        build = self.root / "build/small"
        for command in (["cmake", "-S", self.root, "-B", build, "-G", "Ninja"], ["cmake", "--build", build]):
            subprocess.run(command, check=True, capture_output=True)
        return self.lint("tidy.py", build)

    def test_a_source_that_nothing_compiles_is_named(self):
        self.assertEqual(self.tidy()[0], 0)
        build = self.root / "build/small"
        self.assertEqual(self.lint("built.py", build), (0, ""))
        self.write("tests/night_test.cpp", SOURCE)
        self.assertEqual(self.lint("built.py", build), (1, "tests/night_test.cpp:1: stands in no CMakeLists.txt\n"))

    def test_a_file_without_the_spdx_lines_is_named(self):
        self.assertEqual(self.lint("spdx.py")[0], 0)
        self.write("daemon/night.hpp", "#pragma once\n")
        self.write("try", "#!/bin/sh\n\n# " + SPDX.format("#"))
        status, said = self.lint("spdx.py")
        self.assertEqual(status, 1)
        self.assertIn("daemon/night.hpp:1:", said)
        self.assertIn("try:1:", said)

    def test_a_type_defined_twice_is_named_and_types_of_other_scopes_are_not(self):
        def popup(opened, closed):
            return f"{CXX}#pragma once\n\n{opened}\n\nclass Popup final : public Window {{\n}};\n\n{closed}\n"
        ours = ("namespace calmcalf {", "}  // namespace calmcalf")
        self.write("daemon/domain/popup.hpp", popup(*ours))
        self.write("daemon/shown/popup.hpp", popup("namespace calmcalf {\nnamespace shown {", "}  // namespace shown\n" + ours[1]))
        self.write("daemon/shown/popup.cpp", popup("namespace calmcalf {\nnamespace {", "}  // namespace\n" + ours[1]))
        status, said = self.lint("names.py")
        self.assertEqual(status, 0, said)
        self.write("daemon/shown/another.hpp", popup(*ours))
        status, said = self.lint("names.py")
        self.assertEqual(status, 1)
        self.assertIn("daemon/shown/another.hpp:7: calmcalf::Popup is defined in daemon/domain/popup.hpp:7, too", said)

    def test_a_badly_formatted_file_is_named_and_mended(self):
        self.assertEqual(self.lint("format.py")[0], 0)
        self.write("daemon/night.cpp", SOURCE.replace("return 7", "return   7"))
        status, said = self.lint("format.py")
        self.assertNotEqual(status, 0)
        self.assertIn("daemon/night.cpp:6", said)
        self.assertEqual(self.lint("format.py", "--fix")[0], 0)
        self.assertEqual(self.lint("format.py")[0], 0)

    def test_clang_tidy_looks_again_when_a_header_has_changed_and_only_then(self):
        status, said = self.tidy()
        self.assertEqual(status, 0, said)
        self.assertIn("1 sources, 1 of them looked at", said)
        status, said = self.tidy()
        self.assertEqual(status, 0, said)
        self.assertIn("1 sources, 0 of them looked at", said)
        self.write("daemon/night.hpp", HEADER + "inline int NightsLeft() {\n  return 7;\n}\n")
        status, said = self.tidy()
        self.assertEqual(status, 1, said)
        self.assertIn("readability-identifier-naming", said)
        self.assertEqual(self.tidy()[0], 1, "a fault is told again")
        self.write("daemon/night.hpp", HEADER)
        self.assertIn("0 of them looked at", self.tidy()[1])


if __name__ == "__main__":
    unittest.main()
