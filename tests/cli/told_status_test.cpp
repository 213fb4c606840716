// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/told_status.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "cli/told_samples.hpp"
#include "routine_samples.hpp"

namespace calmcalf::cli {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using Json = nlohmann::ordered_json;

std::string page(const Json& evening, std::string_view utc = "2026-11-23T20:50") {
  return status_page(evening, at(utc), Ink{false});
}

TEST(StatusPage, SaysWhatIsDoneWhatComesAndWhenBedtimeIs) {
  EXPECT_EQ(page(told_evening()),
            "Monday, 23 November 2026. Bed at 22:30.\n"
            "\n"
            "  20:30  A glass of water     done\n"
            "  21:30  A banana             due: calmcalf done banana\n"
            "  22:15  Stretch your calves  in 25 min\n"
            "\n"
            "Next: 22:15  Stretch your calves (calf-stretch), in 25 min\n");
}

TEST(StatusPage, AlignsWhatIsNotAscii) {
  auto evening = told_evening();
  evening["steps"][1]["title"] = "Dehnübung für die Füße";
  EXPECT_THAT(page(evening), HasSubstr("  20:30  A glass of water        done\n"
                                       "  21:30  Dehnübung für die Füße  due: calmcalf done banana\n"));
}

TEST(StatusPage, SaysThatEverythingIsPausedAndHowToGoOn) {
  auto evening = told_evening();
  evening["paused_until"] = "2026-11-24T04:00:00+01:00";
  EXPECT_THAT(page(evening), HasSubstr("Paused until 04:00 Tue; go on with: calmcalf resume\n"));
}

TEST(StatusPage, NamesTheDayOfWhatIsNotTonight) {
  auto evening = told_evening();
  evening["steps"] = Json::array();
  evening["next"]["night"] = "2026-11-24";
  evening["next"]["at"] = "2026-11-24T20:30:00+01:00";
  EXPECT_THAT(page(evening), HasSubstr("Nothing is due tonight.\n"));
  EXPECT_THAT(page(evening), HasSubstr("Next: tomorrow, 20:30  Stretch your calves (calf-stretch), in 22 h 40 min\n"));
  evening["next"]["night"] = "2026-11-29";
  EXPECT_THAT(page(evening), HasSubstr("Next: Sunday, 29 November 2026, 20:30"));
  evening["next"] = nullptr;
  EXPECT_THAT(page(evening), HasSubstr("Nothing more is planned.\n"));
}

TEST(StatusPage, ShowsMistakesOfTheScheduleAndWhatIsInForce) {
  auto evening = told_evening();
  evening["problems"] = {{{"file", "/home/a/routine.toml"},
                          {"line", 5},
                          {"column", 1},
                          {"key", "step[1].att"},
                          {"message", "is unknown here"},
                          {"severity", "error"}}};
  EXPECT_THAT(page(evening), HasSubstr("the last good one stays in force:\n"
                                       "/home/a/routine.toml:5:1: step[1].att: is unknown here\n"));
  evening["problems"][0]["severity"] = "caution";
  EXPECT_THAT(page(evening), testing::Not(HasSubstr("last good")));
}

TEST(StatusPage, LetsNoTitleSteerTheTerminal) {
  auto evening = told_evening();
  evening["steps"][0]["title"] = "\033[2JWater\n";
  EXPECT_THAT(page(evening), HasSubstr("\uFFFD[2JWater\uFFFD"));
}

TEST(RoughDuration, IsWhatOneWouldSay) {
  EXPECT_EQ(rough_duration(59s), "59 s");
  EXPECT_EQ(rough_duration(60s), "1 min");
  EXPECT_EQ(rough_duration(59min + 59s), "59 min");
  EXPECT_EQ(rough_duration(2h), "2 h");
  EXPECT_EQ(rough_duration(2h + 5min), "2 h 5 min");
  EXPECT_EQ(rough_duration(24h), "1 day");
  EXPECT_EQ(rough_duration(71h), "2 days");
}

TEST(EventSentence, SaysWhatAnAnswerCameTo) {
  const Json done{{"at", "2026-11-23T22:15:00+01:00"}, {"event", "done"}, {"step", "water"}, {"number", 1}};
  EXPECT_EQ(event_sentence(done), "water is done.");
  auto second = done;
  second["number"] = 2;
  EXPECT_EQ(event_sentence(second), "water 2 is done.");
  auto snoozed = done;
  snoozed["event"] = "snoozed";
  snoozed["until"] = "2026-11-23T22:25:17+01:00";
  EXPECT_EQ(event_sentence(snoozed), "water is snoozed until 22:25.");
  EXPECT_EQ(event_sentence({{"event", "undone"}, {"step", "water"}, {"number", 1}}),
            "The last answer to water is taken back.");
  EXPECT_EQ(event_sentence({{"event", "paused"}, {"until", "2026-11-24T04:00:00+01:00"}}),
            "Everything is paused until 04:00.");
  EXPECT_EQ(
      event_sentence({{"event", "bedtime_moved"}, {"night", "2026-11-23"}, {"until", "2026-11-23T23:15:00+01:00"}}),
      "Bedtime is at 23:15 now.");
  EXPECT_EQ(event_sentence({{"event", "cramp"}, {"night", "2026-11-22"}}),
            "The cramp is in the diary, in the night of Sunday, 22 November 2026.");
}

TEST(EventSentence, SaysWhatBecameOfTheDiary) {
  const auto sentence = [](const char* event) { return event_sentence({{"event", event}, {"night", "2026-11-22"}}); };
  EXPECT_EQ(sentence("no_cramp"), "No cramp: it is in the diary, for the night of Sunday, 22 November 2026.");
  EXPECT_EQ(sentence("cramp_amended"), "The diary says so now, of the night of Sunday, 22 November 2026.");
  EXPECT_EQ(sentence("cramp_removed"), "The cramp is out of the diary, in the night of Sunday, 22 November 2026.");
  EXPECT_EQ(sentence("undone"),
            "The last change to the diary is taken back, in the night of Sunday, 22 November 2026.");
}

TEST(EventSentence, SaysThatAGuideBegins) {
  EXPECT_EQ(event_sentence({{"event", "guide"}, {"step", "calf-stretch"}, {"number", 1}}), "calf-stretch begins.");
}

}  // namespace
}  // namespace calmcalf::cli
