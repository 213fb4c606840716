#!/usr/bin/python3
# SPDX-FileCopyrightText: The Calmcalf authors
# SPDX-License-Identifier: MIT
"""Proves that layers.py finds what it is there to find, on small trees made for it."""
import contextlib
import io
import pathlib
import tempfile
import unittest

import layers


class Layers(unittest.TestCase):
    def faults(self, files):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for path, text in files.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text, encoding="utf-8")
            return [f"{path}:{line}: {text}" for path, line, text in layers.faults(root)[0]]

    def assert_clean(self, files):
        self.assertEqual(self.faults(files), [])

    def assert_fault(self, files, *words):
        found = self.faults(files)
        self.assertEqual(len(found), 1, found)
        for word in words:
            self.assertIn(word, found[0])

    WORLD = {
        "daemon/domain/night.hpp": "#include <chrono>\n",
        "daemon/ports/clock.hpp": '#include "domain/night.hpp"\n',
        "daemon/app/reminder.hpp": '#include "ports/clock.hpp"\n#include "domain/night.hpp"\n#include <fmt/core.h>\n',
        "daemon/adapters/toml/reading.hpp": '#include <toml++/toml.h>\n#include "ports/clock.hpp"\n',
        "daemon/adapters/sqlite/history.hpp": '#include <sqlite3.h>\n#include "domain/night.hpp"\n',
        "daemon/adapters/sqlite/history.cpp": '#include "adapters/sqlite/history.hpp"\n',
        "daemon/story/player.cpp": '#include "app/reminder.hpp"\n#include "adapters/toml/reading.hpp"\n',
        "daemon/arguments.hpp": "",
        "daemon/version.hpp.in": "",
        "daemon/main.cpp": '#include "app/reminder.hpp"\n#include "adapters/sqlite/history.hpp"\n'
                           '#include "arguments.hpp"\n#include "version.hpp"\n',
        "cli/commands.hpp": "",
        "cli/main.cpp": '#include "cli/commands.hpp"\n#include "story/player.hpp"\n',
        "daemon/story/player.hpp": "",
    }

    def with_line(self, path, line):
        return {**self.WORLD, path: self.WORLD.get(path, "") + line + "\n"}

    def test_includes_that_run_the_right_way_are_fine(self):
        self.assert_clean(self.WORLD)

    def test_the_domain_may_not_include_a_port(self):
        self.assert_fault(self.with_line("daemon/domain/night.hpp", '#include "ports/clock.hpp"'),
                          "daemon/domain/night.hpp:2:", "daemon/domain may not include daemon/ports")

    def test_the_domain_may_not_include_a_library(self):
        for header in ("<fmt/core.h>", "<sqlite3.h>", "<unistd.h>", "<sys/types.h>", "<string.h>"):
            self.assert_fault(self.with_line("daemon/domain/night.hpp", f"#include {header}"), "standard library", header)

    def test_the_domain_has_no_clock_no_files_and_no_threads(self):
        for header in ("<fstream>", "<thread>", "<ctime>"):
            self.assert_fault(self.with_line("daemon/domain/night.hpp", f"#include {header}"), "no clock", header)
        self.assert_fault(self.with_line("daemon/domain/night.hpp", "auto t = std::chrono::system_clock::now();"),
                          "daemon/domain/night.hpp:2:", "now is an argument")

    def test_a_port_may_not_include_the_app_or_a_library(self):
        self.assert_fault(self.with_line("daemon/ports/clock.hpp", '#include "app/reminder.hpp"'), "daemon/app")
        self.assert_fault(self.with_line("daemon/ports/clock.hpp", "#include <boost/asio.hpp>"), "standard library")

    def test_the_app_may_not_include_an_adapter(self):
        self.assert_fault(self.with_line("daemon/app/reminder.hpp", '#include "adapters/sqlite/history.hpp"'),
                          "daemon/app/reminder.hpp:4:", "daemon/adapters/sqlite")

    def test_an_adapter_may_include_neither_another_nor_the_app(self):
        self.assert_fault(self.with_line("daemon/adapters/toml/reading.hpp", '#include "adapters/sqlite/history.hpp"'),
                          "daemon/adapters/toml may not include daemon/adapters/sqlite")
        self.assert_fault(self.with_line("daemon/adapters/toml/reading.hpp", '#include "app/reminder.hpp"'), "daemon/app")

    def test_the_service_may_not_include_the_command_or_the_story_player(self):
        self.assert_fault(self.with_line("daemon/main.cpp", '#include "story/player.hpp"'), "daemon/story")
        self.assert_fault(self.with_line("daemon/app/reminder.hpp", '#include "cli/commands.hpp"'), "may not include cli")

    def test_nothing_may_include_the_parts_of_the_service(self):
        for path in ("cli/main.cpp", "daemon/story/player.cpp", "daemon/app/reminder.hpp"):
            self.assert_fault(self.with_line(path, '#include "arguments.hpp"'), "may not include daemon/.")

    def test_the_story_player_may_not_include_the_command(self):
        self.assert_fault(self.with_line("daemon/story/player.cpp", '#include "cli/commands.hpp"'), "may not include cli")

    def test_spaces_in_a_directive_hide_nothing(self):
        self.assert_fault(self.with_line("daemon/domain/night.hpp", '  #  include  "ports/clock.hpp"'), "daemon/ports")

    def test_a_way_around_through_dots_or_angle_brackets_is_refused(self):
        self.assert_fault(self.with_line("daemon/domain/night.hpp", '#include "../ports/clock.hpp"'), "without ..")
        self.assert_fault(self.with_line("daemon/app/reminder.hpp", "#include <adapters/sqlite/history.hpp>"), "in quotes")

    def test_a_header_that_is_not_ours_is_not_included_in_quotes(self):
        self.assert_fault(self.with_line("daemon/app/reminder.hpp", '#include "fmt/core.h"'), "no file of ours")

    def test_a_folder_that_the_table_does_not_know_is_told(self):
        self.assert_fault({**self.WORLD, "daemon/utils/strings.hpp": ""}, "daemon/utils/strings.hpp:1:", "lies in no layer")

    def test_a_tree_without_sources_does_not_pass(self):
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
            self.assertEqual(layers.main([folder]), 1)


if __name__ == "__main__":
    unittest.main()
