// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/relief_page.hpp"

#include <array>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "domain/handbook.hpp"

namespace calmcalf::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr std::size_t usual_width = 80;
const Ink without_colour{false};

std::vector<std::string> lines_of(const std::string& page) {
  std::istringstream stream{page};
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

TEST(ReliefPage, SaysEachThingToDoInItsOrder) {
  const auto page = relief_page({}, usual_width, without_colour);
  EXPECT_THAT(page, StartsWith("\n 1  Straighten your leg\n    Pull your toes towards your shin.\n\n 2  "));
  std::size_t from = 0;
  int number = 0;
  for (const auto& advice : relief_advice()) {
    from = page.find(fmt::format("\n{:>2}  {}\n    ", ++number, advice.title), from);
    ASSERT_NE(from, std::string::npos) << advice.title;
  }
}

TEST(ReliefPage, MindsWhatTheReaderLivesWith) {
  const std::array cautions{Caution::clot};
  EXPECT_THAT(relief_page(cautions, usual_width, without_colour), HasSubstr("\n    Never massage"));
  EXPECT_THAT(relief_page({}, usual_width, without_colour), Not(HasSubstr("Never massage")));
}

TEST(ReliefPage, FitsIntoANarrowTerminal) {
  constexpr std::size_t narrow = 40;
  const std::array cautions{Caution::clot, Caution::neuropathy, Caution::pregnancy, Caution::kidney};
  for (const auto& line : lines_of(relief_page(cautions, narrow, without_colour)))
    EXPECT_LE(line.size(), narrow) << line;
}

TEST(ReliefPage, MakesWhatToDoStandOut) {
  const std::array cautions{Caution::clot};
  EXPECT_THAT(relief_page(cautions, usual_width, Ink{true}),
              AllOf(StartsWith("\n 1  \033[1mStraighten your leg\033[0m\n    Pull"),
                    HasSubstr("    " + Ink{true}.wary("Never massage").substr(0, 5))));
}

}  // namespace
}  // namespace calmcalf::cli
