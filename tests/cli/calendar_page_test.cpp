// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/calendar_page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "language/a_locale.hpp"
#include "language/columns.hpp"
#include "ledger_samples.hpp"
#include "routine_samples.hpp"

namespace calmcalf::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

CalendarNights nights_of(const Ledger& ledger) {
  const Standing standing{ledger};
  return calendar_nights(standing, statistics_of(standing));
}

TEST(CalendarNights, CountAStepDoneHalfOfTheTimesOrMore) {
  const auto first = night("2026-11-01");
  const auto nights = nights_of({ended(first, "move", State::done, 1), ended(first, "move", State::missed, 2),
                                 ended(first, "water", State::unseen), ended(first, "bath", State::skipped),
                                 cramped(first), cramped(first), ended(first + 1, "water", State::paused)});
  EXPECT_EQ(nights.at(first).done, 1);
  EXPECT_EQ(nights.at(first).counted, 2);
  EXPECT_EQ(nights.at(first).cramps, 2);
  EXPECT_EQ(nights.at(first).share(), ShareDone::half_or_more);
  EXPECT_EQ(nights.at(first + 1).share(), ShareDone::nothing_counted);
  EXPECT_FALSE(nights.at(first + 1).known);
}

TEST(CalendarNights, HaveSharesFromNoneToAll) {
  const auto share = [](int done, int counted) { return CalendarNight{.done = done, .counted = counted}.share(); };
  EXPECT_EQ(share(0, 0), ShareDone::nothing_counted);
  EXPECT_EQ(share(0, 3), ShareDone::none);
  EXPECT_EQ(share(1, 3), ShareDone::under_half);
  EXPECT_EQ(share(2, 4), ShareDone::half_or_more);
  EXPECT_EQ(share(3, 3), ShareDone::all);
}

TEST(CalendarPage, DrawsAMonthAsAGrid) {
  const auto page = calendar_page({{night("2026-11-01"), {.done = 2, .counted = 2}},
                                   {night("2026-11-02"), {.done = 0, .counted = 2, .cramps = 1, .known = true}},
                                   {night("2026-11-30"), {.done = 1, .counted = 3}}},
                                  80, Ink{false});
  EXPECT_THAT(page, StartsWith("November 2026\n"
                               "M  T  W  T  F  S  S\n"
                               "                  ●\n"
                               "○! ·  ·  ·  ·  ·  ·\n"
                               "·  ·  ·  ·  ·  ·  ·\n"
                               "·  ·  ·  ·  ·  ·  ·\n"
                               "·  ·  ·  ·  ·  ·  ·\n"
                               "◔\n"
                               "\n"
                               "·  nothing to do, or nothing known\n"));
  EXPECT_THAT(page, HasSubstr("!  behind it: a cramp, or several\n"));
}

TEST(CalendarPage, KeepsItsColumnsWhereLettersAreWide) {
  const ALocale locale{"ja_JP.UTF-8"};
  const auto page = calendar_page({{night("2026-11-01"), {.done = 1, .counted = 1}}}, 80, Ink{false});
  EXPECT_THAT(page, HasSubstr("\n日 月 火 水 木 金 土\n●  ·  ·  ·  ·  ·  ·\n"));
}

TEST(CalendarPage, PutsMonthsBesideEachOtherWhereTheirNamesAreWide) {
  const ALocale locale{"ja_JP.UTF-8"};
  const auto page = calendar_page({{night("2026-10-01"), {}}, {night("2026-11-01"), {}}}, 80, Ink{false});
  const auto heading = page.substr(0, page.find('\n'));
  EXPECT_EQ(columns_of(heading.substr(0, heading.rfind("11"))), 24U) << heading;
}

TEST(CalendarPage, PutsAsManyMonthsSideBySideAsThereIsRoomFor) {
  const CalendarNights nights{{night("2026-10-01"), {.done = 1, .counted = 1}},
                              {night("2027-01-01"), {.done = 1, .counted = 1}}};
  EXPECT_THAT(calendar_page(nights, 80, Ink{false}),
              StartsWith("October 2026            November 2026           December 2026\n"));
  EXPECT_THAT(calendar_page(nights, 20, Ink{false}), StartsWith("October 2026\n"));
}

}  // namespace
}  // namespace calmcalf::cli
