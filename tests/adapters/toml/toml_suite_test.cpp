// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// toml-test, the tests that parsers of TOML share, as Debian's package golang-github-burntsushi-toml-dev brings them:
// a valid file's schedule may be wrong, but it is read as TOML; an invalid one is refused, in a line of its.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "adapters/toml/encoding.hpp"
#include "adapters/toml/reader.hpp"
#include "adapters/toml/screening.hpp"

namespace calmcalf {
namespace {

using toml_file::Position;

/// Another release of it can be named in the environment.
const std::filesystem::path suite{std::getenv("TOML_TEST") != nullptr ? std::getenv("TOML_TEST") : CALMCALF_TOML_TEST};

/// Valid files that are refused all the same, and why that is as it should be. Which of them there are depends on the
/// release of the package.
const std::map<std::string, std::string> refused{
    {"valid/datetime/no-seconds.toml", "TOML 1.1; a schedule is told to write 22:30:00"},
    {"valid/inline-table/newline.toml", "TOML 1.1"},
    {"valid/key/unicode.toml", "TOML 1.1"},
    {"valid/string/escape-esc.toml", "TOML 1.1"},
    {"valid/string/hex-escape.toml", "TOML 1.1"},
    {"valid/key/quoted-unicode.toml", "keys that differ in their quotes alone are taken for one: no schedule has any"},
    {"valid/table/names-with-values.toml", "a.\"b.c\" is taken for a.b.c: no schedule has a key with a dot"},
};

/// Where the text is no TOML, as the reader of schedules sees it; none where it is.
std::vector<Position> syntax_errors_in(std::string_view text) {
  if (const auto fault = toml_file::encoding_fault(text)) return {fault->at};
  toml_file::Findings findings{""};
  const auto screening = toml_file::screen(toml_file::without_mark(text), findings);
  std::vector<Position> places;
  for (const auto& mistake : findings.in_order()) places.push_back({mistake.line, mistake.column});
  if (!places.empty() || !screening.fit) return places;
  const auto document = toml_file::parse_document(screening.meant.text());
  if (const auto* error = std::get_if<toml_file::SyntaxError>(&document)) places.push_back(error->at);
  return places;
}

std::vector<std::filesystem::path> files_of(const std::string& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{suite / folder})
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

std::string name_of(const std::filesystem::path& file) {
  return file.lexically_relative(suite).string();
}

class TomlSuite : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::is_directory(suite)) GTEST_SKIP() << suite << " is not there: " << package;
  }
  static constexpr const char* package = "apt-get install golang-github-burntsushi-toml-dev";
};

TEST_F(TomlSuite, ItsValidFilesAreReadAsToml) {
  const auto files = files_of("valid");
  EXPECT_GT(files.size(), 80U);
  for (const auto& file : files) {
    const auto text = content_of(file);
    const auto errors = syntax_errors_in(text);
    EXPECT_EQ(errors.empty(), !refused.contains(name_of(file)))
        << name_of(file) << (errors.empty() ? "" : ":" + std::to_string(errors.front().line)) << '\n'
        << testing::PrintToString(lines_of(read_text(text).mistakes));
  }
}

TEST_F(TomlSuite, ItsInvalidFilesAreRefusedWithALine) {
  const auto files = files_of("invalid");
  EXPECT_GT(files.size(), 200U);
  for (const auto& file : files) {
    const auto text = content_of(file);
    const auto lines = std::ranges::count(text, '\n') + 1;
    const auto errors = syntax_errors_in(text);
    EXPECT_FALSE(errors.empty()) << name_of(file);
    for (const auto& at : errors) EXPECT_TRUE(at.line >= 1 && at.line <= lines) << name_of(file) << ':' << at.line;
    const auto reading = read_text(text);
    EXPECT_EQ(reading.routine, nullptr) << name_of(file);
    EXPECT_TRUE(has_errors(reading.mistakes)) << name_of(file);
  }
}

}  // namespace
}  // namespace calmcalf
