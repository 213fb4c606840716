// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/report/page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger_samples.hpp"
#include "routine_samples.hpp"

namespace calmcalf::cli {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const Night opening_night = night("2026-11-01");
const Moment writing_time{at("2026-11-23T17:32:23"), std::chrono::hours{1}};

Moment in_the_evening(const char* utc) {
  return {at(utc), std::chrono::hours{1}};
}

Tonight evening_of_23rd() {
  Tonight::Step water;
  water.id = {night("2026-11-23"), {"water"}, 1};
  water.title = "Water <b>now</b>";
  water.at = in_the_evening("2026-11-23T19:30");
  water.state = State::done;
  Tonight tonight;
  tonight.night = water.id.night;
  tonight.bedtime = in_the_evening("2026-11-23T21:30");
  tonight.steps = {water};
  return tonight;
}

std::string page_of(const Ledger& ledger, std::optional<Tonight> tonight = evening_of_23rd(),
                    const NightRange& asked = {}) {
  auto routine = plain_routine();
  routine.steps[0].use = {"water"};
  routine.cautions = {Caution::fluid_limit};
  return report_page({ledger, asked, shared(std::move(routine)), std::move(tonight), writing_time});
}

/// What stands between the tags of a section.
std::string section(const std::string& page, const std::string& id) {
  const auto begin = page.find("<section id=\"" + id + '"');
  return begin == std::string::npos ? std::string{} : page.substr(begin, page.find("</section>", begin) - begin);
}

TEST(ReportPage, IsOneFileThatAsksForNothing) {
  const auto page = page_of(compared_nights(opening_night, {3, 10}, {6, 10}));
  EXPECT_THAT(page, StartsWith("<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"));
  for (const auto* outside : {"<script", "<link", "<img", "src=", "http:", "https:", "url(", "@import"})
    EXPECT_THAT(page, Not(HasSubstr(outside)));
}

TEST(ReportPage, HasItsPartsInOrder) {
  const auto page = page_of(compared_nights(opening_night, {3, 10}, {6, 10}));
  std::size_t last = 0;
  for (const auto* id : {"tonight", "calendar", "strength", "cramps", "comparison", "steps", "doctor", "guide"}) {
    const auto place = page.find(std::string{"<section id=\""} + id + '"');
    ASSERT_NE(place, std::string::npos) << id;
    EXPECT_GT(place, last) << id;
    last = place;
  }
}

TEST(ReportPage, ShowsTonightWithWhatIsAnsweredAndCautionsThatApply) {
  const auto tonight = section(page_of({}), "tonight");
  EXPECT_THAT(tonight, HasSubstr("Monday, 23 November 2026. Bedtime is at 22:30."));
  EXPECT_THAT(tonight, HasSubstr("20:30"));
  EXPECT_THAT(tonight, HasSubstr("Water &lt;b&gt;now&lt;/b&gt;"));
  EXPECT_THAT(tonight, HasSubstr(">done</span>"));
  EXPECT_THAT(tonight, HasSubstr("You limit what you drink"));
}

TEST(ReportPage, PutsAStepThatComesOftenIntoOneLine) {
  auto evening = evening_of_23rd();
  for (int number = 2; number <= 4; ++number) {
    evening.steps.push_back(evening.steps.front());
    evening.steps.back().id.number = number;
    evening.steps.back().at.at += std::chrono::minutes{10 * number};
    evening.steps.back().state = State::missed;
  }
  const auto tonight = section(page_of({}, evening), "tonight");
  EXPECT_THAT(tonight, HasSubstr("20:30 to 21:10"));
  EXPECT_THAT(tonight, HasSubstr("1 of 4 done"));
}

TEST(ReportPage, SaysThatThereIsNoSchedule) {
  EXPECT_THAT(section(page_of({}, std::nullopt), "tonight"), HasSubstr("calmcalf check"));
}

TEST(ReportPage, SaysKindlyWhatWillBeHere) {
  const auto page = page_of({});
  EXPECT_THAT(page, HasSubstr("Your nights will be here"));
  EXPECT_THAT(page, Not(HasSubstr("<section id=\"doctor\"")));
  EXPECT_THAT(page, HasSubstr("This is no medical advice."));
  EXPECT_THAT(page_of({}, {}, {opening_night, opening_night}),
              HasSubstr("Nothing was recorded of the nights that were asked for."));
}

TEST(ReportPage, ShadesNightsAndMarksCramps) {
  const auto calendar =
      section(page_of({ended(opening_night, "water", State::done), ended(opening_night + 1, "water", State::missed),
                       ended(opening_night + 2, "water", State::done), ended(opening_night + 2, "walk", State::missed),
                       cramped(opening_night + 1), no_cramp(opening_night)}),
              "calendar");
  const auto month = calendar.substr(calendar.find("<svg role=\"img\""));
  EXPECT_THAT(month, HasSubstr("All steps were done in 1 of 3 nights with steps. Cramps in 1 of 2 nights known."));
  EXPECT_THAT(month, HasSubstr(R"(<rect class="night every" x="145" y="17")")) << "the first, a Sunday";
  EXPECT_THAT(month, HasSubstr(R"(<rect class="night none" x="1" y="41")"));
  EXPECT_THAT(month, HasSubstr(R"(<rect class="night most" x="25" y="41")"));
  EXPECT_EQ(month.find("class=\"cramp\""), month.rfind("class=\"cramp\""));
  EXPECT_THAT(calendar, HasSubstr("2 November 2026</th><td>0 of 1</td><td>1 cramp</td>"));
  EXPECT_THAT(calendar, HasSubstr("3 November 2026</th><td>1 of 2</td><td>not known</td>"));
}

TEST(ReportPage, PutsOlderMonthsIntoATable) {
  const auto calendar =
      section(page_of({ended(night("2025-11-30"), "water", State::done), cramped(opening_night)}), "calendar");
  EXPECT_THAT(calendar, HasSubstr("The months before"));
  EXPECT_THAT(calendar, HasSubstr("November 2025</th><td>1 of 1 nights</td><td>0 of 0 known</td><td>0</td>"));
  EXPECT_THAT(calendar, HasSubstr("id=\"month-2025-12-title\""));
  EXPECT_THAT(calendar, Not(HasSubstr("id=\"month-2025-11-title\"")));
}

TEST(ReportPage, LabelsEachLineAndGivesItADashOfItsOwn) {
  const auto strength = section(
      page_of({ended(opening_night, "water", State::done), ended(opening_night, "walk", State::missed)}), "strength");
  EXPECT_THAT(strength, HasSubstr("line dash0 colour0"));
  EXPECT_THAT(strength, HasSubstr("line dash1 colour1"));
  EXPECT_THAT(strength, HasSubstr(">5 % Title of water</text>")) << "as the schedule calls it";
  EXPECT_THAT(strength, HasSubstr(">0 % walk</text>")) << "no schedule knows it any more";
}

TEST(ReportPage, ComparesWithItsCautionAndIntervals) {
  const auto comparison = section(page_of(compared_nights(opening_night, {3, 10}, {6, 10})), "comparison");
  EXPECT_THAT(comparison, HasSubstr("This cannot show that the routine caused the difference."));
  EXPECT_THAT(comparison, HasSubstr("The difference is -30 points; its 95 % interval goes from -60 to +12."));
  EXPECT_THAT(comparison, HasSubstr("<td>3 of 10</td><td>30 %</td><td>11 % to 60 %</td>"));
  const auto few = section(page_of(compared_nights(opening_night, {3, 9}, {6, 10})), "comparison");
  EXPECT_THAT(few, Not(HasSubstr("<svg")));
  EXPECT_THAT(few, HasSubstr("too few nights"));
}

TEST(ReportPage, SaysDoneOfDue) {
  const auto steps =
      section(page_of({ended(opening_night, "water", State::done), ended(opening_night + 1, "water", State::skipped),
                       ended(opening_night + 2, "water", State::missed)}),
              "steps");
  EXPECT_THAT(steps, HasSubstr("<td>1 of 3</td><td>1</td><td>1</td><td>0</td><td>0</td>"));
}

TEST(ReportPage, TellsTheDoctorWithNotesThatStayText) {
  Cramp cramp{.at = at("2026-11-02T02:10"),
              .at_offset = std::chrono::hours{1},
              .side = CrampSide::left,
              .muscle = Muscle::calf,
              .severity = 6,
              .minutes = {},
              .woke = true,
              .triggers = {},
              .relief = {Relief::stretch},
              .note = "<img src=x> & \x1b[2J\xff"};
  const auto doctor = section(page_of({entry_of(opening_night, entry::Cramped{opening_night, cramp})}), "doctor");
  EXPECT_THAT(doctor, HasSubstr("<dd>03:00 to 04:00, 1 of 1 with a time</dd>"));
  EXPECT_THAT(doctor, HasSubstr("<dd>left 1</dd>"));
  EXPECT_THAT(doctor, HasSubstr("<dd>median 6, from 6 to 6 (said of 1 of 1)</dd>"));
  EXPECT_THAT(doctor, HasSubstr("1 November 2026, 03:10 Mon"));
  EXPECT_THAT(doctor, HasSubstr("&lt;img src=x&gt; &amp; \uFFFD[2J\uFFFD</q>"));
}

TEST(ReportPage, SaysWhereTheDiaryKnowsNothing) {
  const auto page = page_of({ended(opening_night, "water", State::done)});
  EXPECT_THAT(section(page, "doctor"), HasSubstr("The diary knows of no night in this time yet."));
  EXPECT_THAT(section(page, "cramps"), HasSubstr("The diary knows of no night in this time yet."));
}

TEST(ReportPage, HasEveryPageOfTheGuide) {
  const auto guide = section(page_of({}), "guide");
  for (const auto* title : {"The steps of the routine", "Where cramps come from", "Cramp now", "When to see a doctor",
                            "Shoes", "About Calmcalf"})
    EXPECT_THAT(guide, HasSubstr(std::string{"<h3>"} + title + "</h3>"));
  EXPECT_THAT(guide, HasSubstr("This applies to you (a limit on drinking)"));
  EXPECT_THAT(guide, HasSubstr("<h4>Sources</h4>"));
}

}  // namespace
}  // namespace calmcalf::cli
