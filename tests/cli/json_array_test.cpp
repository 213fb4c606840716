// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/json_array.hpp"

#include <array>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace calmcalf::cli {
namespace {

/// What an array of these elements is printed as.
std::string printed(const std::vector<std::string>& elements) {
  std::array<int, 2> pipe{};
  EXPECT_EQ(::pipe(pipe.data()), 0);
  Output out{pipe[1]};
  JsonArray array{out};
  for (const auto& element : elements) array.add(element);
  array.close();
  out.flush();
  ::close(pipe[1]);
  std::string text(4096, '\0');
  const auto length = ::read(pipe[0], text.data(), text.size());
  ::close(pipe[0]);
  return text.substr(0, static_cast<std::size_t>(length));
}

TEST(JsonArray, PrintsAnElementALine) {
  EXPECT_EQ(printed({"1", R"("two")", "{}"}), "[\n1,\n\"two\",\n{}\n]\n");
  EXPECT_EQ(printed({"1"}), "[\n1\n]\n");
}

TEST(JsonArray, OfNothingIsEmpty) {
  EXPECT_EQ(printed({}), "[]\n");
}

TEST(JsonText, EscapesWhatHasToBe) {
  EXPECT_EQ(json_string("a \"b\" \\ \n \x01 ä"), R"("a \"b\" \\ \n \u0001 ä")");
}

TEST(JsonText, ReplacesWhatIsNotUtf8) {
  EXPECT_EQ(json_string("caf\xE9"), "\"caf\uFFFD\"");
}

TEST(JsonText, KeepsTheOrderOfKeys) {
  EXPECT_EQ(json_text({{"z", 1}, {"a", 2}}), R"({"z":1,"a":2})");
}

}  // namespace
}  // namespace calmcalf::cli
