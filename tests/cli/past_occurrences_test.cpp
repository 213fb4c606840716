// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/past_occurrences.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/iso8601.hpp"

namespace calmcalf::cli {
namespace {

using std::chrono::hours;
using testing::IsEmpty;
using testing::SizeIs;

Instant utc_time(const char* text) {
  return Instant{parse_local_time(text).value().time_since_epoch()};
}

Subject water(const char* due = "2026-11-23T20:30", Duration offset = hours{1}) {
  return {{parse_night("2026-11-23").value(), {"water"}, 1}, utc_time(due), offset};
}

Entry entry(const char* at, entry::Body body, Source source = Source::service, Duration offset = hours{1}) {
  return {utc_time(at), offset, source, std::move(body)};
}

const Entry shown = entry("2026-11-23T20:30", entry::Shown{water()});
const Entry done = entry("2026-11-23T20:41", entry::Ended{water(), State::done}, Source::notification);

TEST(PastOccurrences, OfNothingAreNone) {
  EXPECT_THAT(past_occurrences({}), IsEmpty());
  EXPECT_THAT(past_occurrences({entry("2026-11-23T20:00", entry::Started{})}), IsEmpty());
}

TEST(PastOccurrences, AreDueSinceTheyWereLastShown) {
  const auto past =
      past_occurrences({shown, entry("2026-11-23T20:40", entry::Shown{water(), entry::Shown::Why::repeat})});
  ASSERT_THAT(past, SizeIs(1));
  EXPECT_EQ(past[0].state, State::due);
  EXPECT_EQ(past[0].changed_at, utc_time("2026-11-23T20:40"));
  EXPECT_EQ(past[0].source, Source::service);
  EXPECT_EQ(past[0].at, utc_time("2026-11-23T20:30"));
  EXPECT_EQ(past[0].at_offset, hours{1});
}

TEST(PastOccurrences, HaveTheLastAnswerAndWhereItCameFrom) {
  const auto past = past_occurrences({shown, done});
  ASSERT_THAT(past, SizeIs(1));
  EXPECT_EQ(past[0].state, State::done);
  EXPECT_EQ(past[0].changed_at, utc_time("2026-11-23T20:41"));
  EXPECT_EQ(past[0].source, Source::notification);
}

TEST(PastOccurrences, AreCorrectedByALaterAnswer) {
  const auto missed = entry("2026-11-23T21:15", entry::Ended{water(), State::missed});
  const auto late = entry("2026-11-24T07:00", entry::Ended{water(), State::done}, Source::command);
  const auto past = past_occurrences({shown, missed, late});
  ASSERT_THAT(past, SizeIs(1));
  EXPECT_EQ(past[0].state, State::done);
  EXPECT_EQ(past[0].source, Source::command);
}

TEST(PastOccurrences, AreSnoozedUntilTheyEnd) {
  const auto snoozed =
      entry("2026-11-23T20:31", entry::Snoozed{water(), utc_time("2026-11-23T20:41")}, Source::notification);
  EXPECT_EQ(past_occurrences({shown, snoozed}).at(0).state, State::snoozed);
}

TEST(PastOccurrences, AreWhatTheyWereOnceAnAnswerIsTakenBack) {
  const auto undone = entry("2026-11-23T20:50", entry::Undone{water()}, Source::command);
  const auto past = past_occurrences({shown, done, undone});
  ASSERT_THAT(past, SizeIs(1));
  EXPECT_EQ(past[0].state, State::due);
  EXPECT_EQ(past[0].changed_at, utc_time("2026-11-23T20:30"));
}

TEST(PastOccurrences, LeaveOutWhatWasAnsweredEarlyAndTakenBack) {
  const auto early = entry("2026-11-23T18:00", entry::Ended{water(), State::done}, Source::command);
  EXPECT_THAT(past_occurrences({early, entry("2026-11-23T18:01", entry::Undone{water()}, Source::command)}), IsEmpty());
}

TEST(PastOccurrences, ShowTheClockThatHungOnTheWallThen) {
  const auto in_tokyo = entry("2026-11-24T01:00", entry::Ended{water(), State::done}, Source::command, hours{9});
  const auto past = past_occurrences({shown, in_tokyo});
  ASSERT_THAT(past, SizeIs(1));
  EXPECT_EQ(past[0].at_offset, hours{1});
  EXPECT_EQ(past[0].changed_at_offset, hours{9});
}

TEST(PastOccurrences, ComeInOrderOfWhenTheyWereDue) {
  auto tea = water("2026-11-23T19:00");
  tea.id.step = {"tea"};
  const auto tea_shown = entry("2026-11-23T22:00", entry::Shown{tea});
  const auto past = past_occurrences({shown, tea_shown});
  ASSERT_THAT(past, SizeIs(2));
  EXPECT_EQ(past[0].id.step.text, "tea");
  EXPECT_EQ(past[1].id.step.text, "water");
}

}  // namespace
}  // namespace calmcalf::cli
