// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/tray_face.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "simulated_desk.hpp"

namespace calmcalf {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

const Instant now = at("2026-11-23T22:20:00");

std::vector<std::string> labels(const std::vector<MenuItem>& items) {
  std::vector<std::string> found;
  for (const auto& item : items) found.push_back(item.separator ? "--" : item.label);
  return found;
}

const MenuItem& named(const std::vector<MenuItem>& items, const std::string& label) {
  return *std::ranges::find(items, label, &MenuItem::label);
}

TEST(TrayFace, SaysWhatIsNowWhatIsNextAndWhenBedtimeIs) {
  const auto face = tray_face_of(sample_evening(), now);
  EXPECT_EQ(face.mood, Tonight::Mood::due);
  EXPECT_THAT(face.lines, ElementsAre("Warm bath: snoozed until 22:25", "Now: Stretch your calves",
                                      "Next: 22:28  Massage", "Bed at 22:30"));
}

TEST(TrayFace, ListsTheStepsWithTheirStatesAndWhatElseThereIs) {
  const auto menu = tray_face_of(sample_evening(), now).menu;
  EXPECT_THAT(labels(menu), ElementsAre("20:30  Drink water (done)", "21:00  Eat a banana (missed)",
                                        "21:30  Warm bath (snoozed until 22:25)", "22:15  Stretch your calves (now)",
                                        "22:28  Massage", "Start, snooze, skip or undo", "--", "I have a cramp",
                                        "Pause", "Later tonight by"));
  EXPECT_EQ(menu.at(0).checked, true);
  EXPECT_EQ(menu.at(1).checked, false);
}

TEST(TrayFace, OffersForEachStepOnlyWhatWouldBeGranted) {
  const auto tonight = sample_evening();
  const auto menu = tray_face_of(tonight, now).menu;
  const auto& answers = named(menu, "Start, snooze, skip or undo").children;
  EXPECT_THAT(labels(answers),
              ElementsAre("20:30  Drink water", "21:30  Warm bath", "22:15  Stretch your calves", "22:28  Massage"));
  EXPECT_THAT(labels(answers.at(0).children), ElementsAre("Undo"));
  EXPECT_THAT(labels(answers.at(1).children), ElementsAre("Skip", "Undo"));
  EXPECT_THAT(labels(answers.at(2).children),
              ElementsAre("Start, with a guide", "Snooze 10 min", "Snooze 1 h 30 min", "Skip"));
}

TEST(TrayFace, SaysThatAnUndoIsOfTheLastAnswerWhereThereAreSeveral) {
  auto tonight = sample_evening();
  tonight.steps.erase(tonight.steps.begin() + 1, tonight.steps.end());
  tonight.steps.push_back(tonight.steps.front());
  tonight.steps.back().id.number = 2;
  const auto menu = tray_face_of(tonight, now).menu;
  const auto& answers = named(menu, "Start, snooze, skip or undo").children;
  EXPECT_THAT(labels(answers.at(0).children), ElementsAre("Undo the last answer"));
  EXPECT_EQ(menu.at(0).key, "done water 2026-11-23 1");
}

TEST(TrayFace, NeverHasTwoSiblingsWithOneKey) {
  const auto check = [](const std::vector<MenuItem>& items, const auto& again) -> void {
    for (const auto& item : items) {
      EXPECT_EQ(std::ranges::count(items, item.key, &MenuItem::key), 1) << item.key;
      again(item.children, again);
    }
  };
  check(tray_face_of(sample_evening(), now).menu, check);
}

TEST(TrayFace, OffersToResumeWhileItIsPaused) {
  auto tonight = sample_evening();
  tonight.mood = Tonight::Mood::paused;
  tonight.paused_until = Moment{at("2026-11-24T04:00:00")};
  const auto face = tray_face_of(tonight, now);
  EXPECT_EQ(face.lines.front(), "Paused until 04:00");
  EXPECT_THAT(labels(face.menu), Contains("Resume (paused until 04:00)"));
  EXPECT_THAT(labels(face.menu), Not(Contains("Pause")));
}

TEST(TrayFace, SaysWhereTheMistakeIsAndPassesOverCautions) {
  auto tonight = sample_evening();
  tonight.mood = Tonight::Mood::problem;
  tonight.problems = {{"routine.toml", 3, 1, "", "caution", Mistake::Severity::caution},
                      {"routine.toml", 7, 1, "", "error", Mistake::Severity::error}};
  const auto face = tray_face_of(tonight, now);
  EXPECT_EQ(face.lines.front(), "The schedule has a mistake in line 7");
  EXPECT_EQ(face.menu.front().label, "The schedule has a mistake in line 7");
  EXPECT_FALSE(face.menu.front().enabled);
}

TEST(TrayFace, NamesTheDayOfWhatIsFarAway) {
  Tonight tonight;
  tonight.night = night("2026-11-23");
  tonight.bedtime = Moment{at("2026-11-23T21:30:00")};
  const auto next_at = [&](const char* when) {
    tonight.next = Tonight::Next{{night("2026-11-24"), {"water"}}, "Drink water", Moment{at(when)}};
    return tray_face_of(tonight, now).lines;
  };
  EXPECT_THAT(next_at("2026-11-24T10:19:00"), ElementsAre("Nothing more tonight", "Next: 10:19  Drink water"));
  EXPECT_THAT(next_at("2026-11-24T20:30:00"), ElementsAre("Nothing more tonight", "Next: Tuesday 20:30  Drink water"));
  EXPECT_THAT(next_at("2026-12-15T20:30:00"),
              ElementsAre("Nothing more tonight", "Next: 2026-12-15 20:30  Drink water"));
}

TEST(TrayFace, ShowsTheClockOfTheZoneWithoutSeconds) {
  Tonight tonight;
  tonight.night = night("2026-11-23");
  tonight.bedtime = Moment{at("2026-11-23T22:30:15"), std::chrono::hours{1}};
  EXPECT_THAT(tray_face_of(tonight, now).lines, ElementsAre("Nothing more tonight", "Bed at 23:30"));
  EXPECT_THAT(labels(tray_face_of(tonight, now).menu), Contains("No steps tonight"));
}

TEST(TrayFace, KeepsTheTooltipShort) {
  auto tonight = sample_evening();
  const auto due = tonight.steps.at(3);
  tonight.steps.assign(6, due);
  const auto lines = tray_face_of(tonight, now).lines;
  EXPECT_EQ(std::ranges::count(lines, "Now: Stretch your calves"), 4);
  EXPECT_THAT(lines, Contains("and 2 more"));
}

TEST(TrayFace, OffersToPauseAndStopAGuidedStep) {
  auto tonight = sample_evening();
  tonight.guide = Tonight::Guide{.id = tonight.steps.at(3).id,
                                 .title = "Stretch your calves",
                                 .doing = "Hold, left leg",
                                 .phase = {},
                                 .phase_ends = Moment{now + std::chrono::seconds{10}}};
  const auto first_labels = [&] {
    auto all = labels(tray_face_of(tonight, now).menu);
    all.resize(4);
    return all;
  };
  EXPECT_THAT(first_labels(),
              ElementsAre("Stretch your calves: Hold, left leg", "Pause the exercise", "Stop the exercise", "--"));
  EXPECT_EQ(tray_face_of(tonight, now).lines.front(), "Stretch your calves: Hold, left leg");
  tonight.guide->phase_ends.reset();
  EXPECT_THAT(first_labels(), Contains("Go on with the exercise"));
}

TEST(TrayFace, SaysWhatWasNotShownAndWhatIsOfAnotherDay) {
  auto tonight = sample_evening();
  tonight.steps.at(1).state = State::unseen;
  auto& tablet = tonight.steps.at(4);
  tablet.id.night = night("2026-11-24");
  tablet.at = Moment{at("2026-11-24T10:30")};
  const auto menu = tray_face_of(tonight, now).menu;
  EXPECT_THAT(labels(menu), Contains("21:00  Eat a banana (not shown)"));
  EXPECT_THAT(labels(menu), Contains("Tuesday 10:30  Massage"));
}

}  // namespace
}  // namespace calmcalf
