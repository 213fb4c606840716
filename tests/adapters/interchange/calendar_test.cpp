// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#include "adapters/interchange/calendar.hpp"

#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/zone/glib_zones.hpp"
#include "domain/iso8601.hpp"

namespace calmcalf::interchange {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

Step step(const char* id, When when) {
  Step step;
  step.id = {id};
  step.title = "Title, of " + step.id.text;
  step.text = "Text";
  step.when = when;
  return step;
}

Routine bed_at(Duration time) {
  Routine routine;
  routine.bedtime.usual = {time};
  return routine;
}

Night date(const char* text) {
  return parse_night(text).value();
}

/// The calendar from 2026-11-23 on, in Berlin.
std::string calendar_of(const Routine& routine, const char* zone = "Europe/Berlin") {
  const GlibZones zones;
  const Schedule schedule{std::make_shared<Routine>(routine), zones.find(zone)};
  std::string text;
  const Instant now{date("2026-11-23").evening.time_since_epoch() + 12h};
  write_calendar(schedule, date("2026-11-23"), now, [&](std::string_view piece) { text += piece; });
  return text;
}

/// The lines of `text` that begin with `name`, in order.
std::vector<std::string> lines_of(const std::string& text, const std::string& name) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = text.find("\r\n", begin);
    if (text.compare(begin, name.size(), name) == 0) lines.push_back(text.substr(begin, end - begin));
    begin = end + 2;
  }
  return lines;
}

TEST(Calendar, HasOneEventWithAnAlarmWhereEveryNightIsTheSame) {
  auto routine = bed_at(22h + 30min);
  routine.steps = {step("water", BeforeBed{2h})};
  const auto text = calendar_of(routine);
  EXPECT_THAT(text, HasSubstr("BEGIN:VEVENT\r\n"
                              "UID:water.1.MO@io.github.calmcalf.Calmcalf\r\n"
                              "DTSTAMP:20261123T120000Z\r\n"
                              "SUMMARY:Title\\, of water\r\n"
                              "DESCRIPTION:Text\r\n"
                              "DURATION:PT5M\r\n"
                              "TRANSP:TRANSPARENT\r\n"
                              "DTSTART;TZID=Europe/Berlin:20261123T203000\r\n"
                              "RRULE:FREQ=DAILY\r\n"
                              "BEGIN:VALARM\r\n"
                              "ACTION:DISPLAY\r\n"
                              "DESCRIPTION:Title\\, of water\r\n"
                              "TRIGGER:PT0S\r\n"
                              "END:VALARM\r\n"
                              "END:VEVENT\r\n"));
  EXPECT_THAT(lines_of(text, "BEGIN:VEVENT"), SizeIs(1));
}

TEST(Calendar, HasAnEventForNightsOfAnotherBedtimeOnTheDateThatTheyFallOn) {
  auto routine = bed_at(22h + 30min);
  routine.bedtime.weekdays.at(std::chrono::Saturday.c_encoding()) = TimeOfDay{15min};
  routine.steps = {step("stretch", BeforeBed{10min})};
  const auto text = calendar_of(routine);
  EXPECT_THAT(lines_of(text, "RRULE"),
              ElementsAre("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SU", "RRULE:FREQ=WEEKLY;BYDAY=SU"));
  EXPECT_THAT(lines_of(text, "UID"), ElementsAre("UID:stretch.1.MO@io.github.calmcalf.Calmcalf",
                                                 "UID:stretch.1.SA@io.github.calmcalf.Calmcalf"));
  EXPECT_THAT(lines_of(text, "DTSTART;TZID"),
              ElementsAre("DTSTART;TZID=Europe/Berlin:20261123T222000", "DTSTART;TZID=Europe/Berlin:20261129T000500"));
}

TEST(Calendar, LeavesOutRestDaysAndMovesExceptions) {
  auto routine = bed_at(22h + 30min);
  routine.bedtime.exceptions = {{date("2026-11-23"), date("2026-11-23"), std::nullopt},
                                {date("2026-11-25"), date("2026-11-25"), TimeOfDay{23h}},
                                {date("2026-11-27"), date("2026-11-28"), std::nullopt}};
  routine.steps = {step("water", BeforeBed{2h})};
  const auto text = calendar_of(routine);
  EXPECT_THAT(lines_of(text, "DTSTART;TZID"), ElementsAre("DTSTART;TZID=Europe/Berlin:20261124T203000"));
  EXPECT_THAT(lines_of(text, "EXDATE"),
              ElementsAre("EXDATE;TZID=Europe/Berlin:20261125T203000", "EXDATE;TZID=Europe/Berlin:20261127T203000",
                          "EXDATE;TZID=Europe/Berlin:20261128T203000"));
  EXPECT_THAT(text, AllOf(HasSubstr("UID:water.1.20261125@"), HasSubstr("DTSTART:20261125T200000Z\r\n")));
}

TEST(Calendar, HasNoRecurringEventWhereNoNightIsUsual) {
  auto routine = bed_at(22h + 30min);
  routine.bedtime.exceptions = {{date("2020-01-01"), date("2099-01-01"), std::nullopt}};
  routine.steps = {step("water", BeforeBed{2h})};
  EXPECT_THAT(lines_of(calendar_of(routine), "BEGIN:VEVENT"), IsEmpty());
}

TEST(Calendar, SaysInUtcWhatAChangeOfTheClockMoves) {
  auto routine = bed_at(3h + 15min);
  routine.steps = {step("water", BeforeBed{1h})};
  const auto text = calendar_of(routine);
  // On 28 March 2027 the clock goes from 02:00 to 03:00, so an hour before 03:15 it shows 01:15.
  EXPECT_THAT(text, AllOf(HasSubstr("EXDATE;TZID=Europe/Berlin:20270328T021500\r\n"),
                          HasSubstr("DTSTART:20270328T001500Z\r\n")));
  // On 31 October 2027 it shows 02:15 twice; an hour before 03:15 is the second.
  EXPECT_THAT(text, AllOf(HasSubstr("EXDATE;TZID=Europe/Berlin:20271031T021500\r\n"),
                          HasSubstr("DTSTART:20271031T011500Z\r\n")));
}

TEST(Calendar, HasAnEventForEachTimeOfADay) {
  auto routine = bed_at(22h);
  routine.steps = {step("move", Every{1h, {9h}, {11h}})};
  routine.steps[0].weekdays.reset().set(std::chrono::Monday.c_encoding()).set(std::chrono::Sunday.c_encoding());
  const auto text = calendar_of(routine);
  EXPECT_THAT(lines_of(text, "UID"),
              ElementsAre("UID:move.1.MO@io.github.calmcalf.Calmcalf", "UID:move.2.MO@io.github.calmcalf.Calmcalf",
                          "UID:move.3.MO@io.github.calmcalf.Calmcalf"));
  EXPECT_THAT(lines_of(text, "RRULE"), testing::Each("RRULE:FREQ=WEEKLY;BYDAY=MO,SU"));
}

TEST(Calendar, RecursOnDaysOfTheMonth) {
  auto routine = bed_at(30min);
  routine.steps = {step("shoes", AtTime{10h}), step("tea", BeforeBed{10min})};
  for (auto& one : routine.steps) one.monthdays.reset().set(1).set(15).set(31);
  routine.steps[1].weekdays.reset(std::chrono::Sunday.c_encoding());
  const auto text = calendar_of(routine);
  EXPECT_THAT(lines_of(text, "RRULE"), ElementsAre("RRULE:FREQ=MONTHLY;BYMONTHDAY=1,15,31",
                                                   "RRULE:FREQ=MONTHLY;BYMONTHDAY=2,16;BYDAY=TU,WE,TH,FR,SA,SU"));
  EXPECT_THAT(lines_of(text, "EXDATE"), IsEmpty());
  // What falls on the 1st, after a 31st, no rule says.
  EXPECT_THAT(text, AllOf(HasSubstr("UID:tea.1.20261231@"), Not(HasSubstr("UID:tea.1.20261130@"))));
}

TEST(Calendar, LastsAsLongAsAGuide) {
  auto routine = bed_at(22h);
  routine.steps = {step("stretch", BeforeBed{15min})};
  routine.steps[0].guide = Guide{10, 40s, 10s, {}};
  EXPECT_THAT(lines_of(calendar_of(routine), "DURATION"), ElementsAre("DURATION:PT9M"));
}

TEST(Calendar, SaysWhenTheZonesClocksAreChanged) {
  auto routine = bed_at(22h);
  routine.steps = {step("water", BeforeBed{2h})};
  EXPECT_THAT(calendar_of(routine), HasSubstr("BEGIN:VTIMEZONE\r\n"
                                              "TZID:Europe/Berlin\r\n"
                                              "BEGIN:STANDARD\r\n"
                                              "DTSTART:19700101T000000\r\n"
                                              "TZOFFSETFROM:+0100\r\n"
                                              "TZOFFSETTO:+0100\r\n"
                                              "END:STANDARD\r\n"
                                              "BEGIN:DAYLIGHT\r\n"
                                              "DTSTART:20270328T020000\r\n"
                                              "TZOFFSETFROM:+0100\r\n"
                                              "TZOFFSETTO:+0200\r\n"
                                              "RDATE:20280326T020000,"));
  EXPECT_THAT(lines_of(calendar_of(routine, "UTC"), "TZOFFSETTO"), ElementsAre("TZOFFSETTO:+0000"));
  EXPECT_THAT(lines_of(calendar_of(routine, "Asia/Kathmandu"), "TZOFFSETTO"), ElementsAre("TZOFFSETTO:+0545"));
}

}  // namespace
}  // namespace calmcalf::interchange
