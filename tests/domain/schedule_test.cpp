// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/schedule.hpp"

#include <gmock/gmock.h>

#include "fixed_zone.hpp"
#include "routine_samples.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

Schedule schedule_of(Routine routine, std::shared_ptr<const Zone> zone = utc()) {
  return {shared(std::move(routine)), std::move(zone)};
}

std::vector<Instant> dues(const Schedule& schedule, Night night, std::span<const BedtimeMove> moves = {}) {
  std::vector<Instant> dues;
  for (const auto& occurrence : schedule.occurrences(night, moves)) dues.push_back(occurrence.due);
  return dues;
}

TEST(Schedule, CountsStepsBackFromBedtime) {
  EXPECT_THAT(dues(schedule_of(plain_routine()), night("2026-11-23")),
              ElementsAre(at("2026-11-23T20:30"), at("2026-11-23T22:15")));
}

TEST(Schedule, TellsTheOccurrencesOfOneStepAsAmongAll) {
  auto routine = plain_routine();
  routine.steps.push_back(step("move", Every{1h, clock("09:00"), clock("11:00")}));
  routine.steps.push_back(step("magnesium", AtTime{clock("21:00")}));
  routine.steps.back().weekdays.reset(std::chrono::Tuesday.c_encoding());
  routine.bedtime.exceptions = {{night("2026-11-25"), night("2026-11-25"), std::nullopt}};
  const auto schedule = schedule_of(routine);
  const std::vector moves{BedtimeMove{at("2026-11-23T20:45"), 45min}};
  for (const auto* date : {"2026-11-23", "2026-11-24", "2026-11-25"}) {
    std::size_t found = 0;
    const auto all = schedule.occurrences(night(date), moves);
    for (const auto& step : routine.steps) {
      for (const auto& one : schedule.occurrences_of(step.id, night(date), moves)) {
        ASSERT_LT(found, all.size());
        EXPECT_EQ(one.id, all[found].id);
        EXPECT_EQ(one.due, all[found].due);
        EXPECT_EQ(one.closes, all[found].closes);
        EXPECT_EQ(one.step_index, all[found].step_index);
        ++found;
      }
    }
    EXPECT_EQ(found, all.size()) << date;
  }
  EXPECT_THAT(schedule.occurrences_of({"bath"}, night("2026-11-23")), IsEmpty());
}

TEST(Schedule, FindsItsStepsById) {
  const auto schedule = schedule_of(plain_routine());
  ASSERT_NE(schedule.find({"calf-stretch"}), nullptr);
  EXPECT_EQ(schedule.find({"calf-stretch"})->title, "Title of calf-stretch");
  EXPECT_EQ(schedule.find({"bath"}), nullptr);
}

TEST(Schedule, TakesABedtimeBeforeNoonAsAfterMidnightOfTheEveningBefore) {
  auto routine = plain_routine();
  routine.bedtime.usual = clock("00:15");
  const auto schedule = schedule_of(routine);
  EXPECT_EQ(schedule.bedtime(night("2026-11-23")), at("2026-11-24T00:15"));
  EXPECT_THAT(dues(schedule, night("2026-11-23")), ElementsAre(at("2026-11-23T22:15"), at("2026-11-24T00:00")));
}

TEST(Schedule, TakesNoonItselfAsABedtimeOfTheSameDay) {
  auto routine = plain_routine();
  routine.bedtime.usual = clock("12:00");
  EXPECT_EQ(schedule_of(routine).bedtime(night("2026-11-23")), at("2026-11-23T12:00"));
}

TEST(Schedule, KnowsAnotherBedtimeForAWeekday) {
  auto routine = plain_routine();
  routine.bedtime.weekdays.at(std::chrono::Friday.c_encoding()) = clock("23:30");
  const auto schedule = schedule_of(routine);
  EXPECT_EQ(schedule.bedtime(night("2026-11-27")), at("2026-11-27T23:30"));
  EXPECT_EQ(schedule.bedtime(night("2026-11-28")), at("2026-11-28T22:30"));
}

TEST(Schedule, LetsTheFirstMatchingExceptionWin) {
  auto routine = plain_routine();
  routine.bedtime.exceptions = {{night("2026-12-24"), night("2026-12-26"), clock("00:30")},
                                {night("2026-12-25"), night("2026-12-27"), std::nullopt}};
  const auto schedule = schedule_of(routine);
  EXPECT_FALSE(schedule.is_rest_day(night("2026-12-25")));
  EXPECT_EQ(schedule.bedtime(night("2026-12-26")), at("2026-12-27T00:30"));
  EXPECT_TRUE(schedule.is_rest_day(night("2026-12-27")));
}

TEST(Schedule, HasNothingDueOnARestDayButABedtimeAllTheSame) {
  auto routine = plain_routine();
  routine.steps.push_back(step("magnesium", AtTime{clock("21:00")}));
  routine.bedtime.exceptions = {{night("2026-11-23"), night("2026-11-23"), std::nullopt}};
  const auto schedule = schedule_of(routine);
  EXPECT_THAT(dues(schedule, night("2026-11-23")), IsEmpty());
  EXPECT_EQ(schedule.bedtime(night("2026-11-23")), at("2026-11-23T22:30"));
}

TEST(Schedule, PutsAStepWithATimeBeforeFourInTheMorningAfterMidnight) {
  auto routine = plain_routine();
  routine.steps = {step("late", AtTime{clock("03:59:59")}), step("early", AtTime{clock("04:00")})};
  EXPECT_THAT(dues(schedule_of(routine), night("2026-11-23")),
              ElementsAre(at("2026-11-24T03:59:59"), at("2026-11-23T04:00")));
}

TEST(Schedule, RepeatsAStepUntilItsLastTimeIncluded) {
  auto routine = plain_routine();
  routine.steps = {step("move", Every{1h, clock("09:00"), clock("11:00")})};
  const auto all = schedule_of(routine).occurrences(night("2026-11-23"));
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all.back().due, at("2026-11-23T11:00"));
  EXPECT_EQ(all.back().id.number, 3);
}

TEST(Schedule, RepeatsAStepAcrossMidnight) {
  auto routine = plain_routine();
  routine.steps = {step("turn", Every{2h, clock("22:00"), clock("02:30")})};
  EXPECT_THAT(dues(schedule_of(routine), night("2026-11-23")),
              ElementsAre(at("2026-11-23T22:00"), at("2026-11-24T00:00"), at("2026-11-24T02:00")));
}

TEST(Schedule, RepeatsAStepOverTheWholeOfOneDay) {
  auto routine = plain_routine();
  routine.steps = {step("turn", Every{6h, clock("00:00"), clock("23:00")})};
  EXPECT_THAT(
      dues(schedule_of(routine), night("2026-11-23")),
      ElementsAre(at("2026-11-23T00:00"), at("2026-11-23T06:00"), at("2026-11-23T12:00"), at("2026-11-23T18:00")));
}

TEST(Schedule, NarrowsAStepToWeekdaysAndDaysOfTheMonth) {
  auto routine = plain_routine();
  auto monthly = step("footwear", AtTime{clock("09:00")});
  monthly.monthdays = std::bitset<32>{}.set(1);
  auto weekly = step("magnesium", AtTime{clock("21:00")});
  weekly.weekdays = std::bitset<7>{}.set(std::chrono::Monday.c_encoding());
  routine.steps = {monthly, weekly};
  const auto schedule = schedule_of(routine);
  EXPECT_THAT(dues(schedule, night("2026-11-30")), ElementsAre(at("2026-11-30T21:00")));  // a Monday
  EXPECT_THAT(dues(schedule, night("2026-12-01")), ElementsAre(at("2026-12-01T09:00")));
  EXPECT_THAT(dues(schedule, night("2026-12-02")), IsEmpty());
}

TEST(Schedule, ClosesAWindowWithTheEveningAtTheLatest) {
  auto routine = plain_routine();
  routine.steps = {step("last", BeforeBed{0s}), step("fixed", AtTime{clock("23:20")})};
  for (auto& step : routine.steps) step.rules.expires_after = 90min;
  const auto all = schedule_of(routine).occurrences(night("2026-11-23"));
  EXPECT_EQ(all[0].closes, at("2026-11-23T23:30"));
  EXPECT_EQ(all[1].closes, at("2026-11-24T00:50"));
}

TEST(Schedule, MovesWhatIsStillToComeWithBedtime) {
  const std::vector<BedtimeMove> moves{{at("2026-11-23T21:00"), 45min}};
  const auto schedule = schedule_of(plain_routine());
  EXPECT_EQ(schedule.bedtime(night("2026-11-23"), moves), at("2026-11-23T23:15"));
  EXPECT_THAT(dues(schedule, night("2026-11-23"), moves), ElementsAre(at("2026-11-23T20:30"), at("2026-11-23T23:00")));
}

TEST(Schedule, HandsOverAtFourOrAnHourAfterALateBedtime) {
  auto routine = plain_routine();
  EXPECT_EQ(schedule_of(routine).handover(night("2026-11-23")), at("2026-11-24T04:00"));
  routine.bedtime.usual = clock("03:30");
  EXPECT_EQ(schedule_of(routine).handover(night("2026-11-23")), at("2026-11-24T04:30"));
}

TEST(Schedule, PutsACrampIntoTheNightThatBeganSixHoursBeforeBedtime) {
  const auto schedule = schedule_of(plain_routine());
  EXPECT_EQ(schedule.night_of_cramp(at("2026-11-24T03:10")), night("2026-11-23"));
  EXPECT_EQ(schedule.night_of_cramp(at("2026-11-24T16:29:59")), night("2026-11-23"));
  EXPECT_EQ(schedule.night_of_cramp(at("2026-11-24T16:30")), night("2026-11-24"));
}

TEST(Schedule, AsksInTheMorningAfterTheBedtimeEvenOfSomebodyWhoSleepsByDay) {
  auto routine = plain_routine();
  routine.diary.morning_check = clock("08:30");
  EXPECT_EQ(schedule_of(routine).morning_check(night("2026-11-23")), at("2026-11-24T08:30"));
  routine.bedtime.usual = clock("09:00");
  routine.diary.morning_check = clock("17:00");
  EXPECT_EQ(schedule_of(routine).morning_check(night("2026-11-23")), at("2026-11-24T17:00"));
}

}  // namespace
}  // namespace calmcalf
