// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "app/tray_desk.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/tray_choice.hpp"
#include "simulated_desk.hpp"

namespace calmcalf {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const OccurrenceId stretch{night("2026-11-23"), {"calf-stretch"}, 2};

class TrayDeskTest : public testing::Test {
 protected:
  template <class Wanted>
  Wanted asked_by(const std::string& key) {
    tray_.choose(key);
    EXPECT_EQ(control_.sources.back(), Source::tray);
    return std::get<Wanted>(control_.asked.back());
  }

  static void expect_stretch(const Target& target) {
    EXPECT_EQ(target.step, stretch.step);
    EXPECT_EQ(target.night, stretch.night);
    EXPECT_EQ(target.number, stretch.number);
  }

  [[nodiscard]] std::vector<std::string> last_labels(std::size_t count) const {
    std::vector<std::string> labels;
    const auto& menu = tray_.faces.back().menu;
    for (std::size_t i = menu.size() - count; i < menu.size(); ++i) labels.push_back(menu.at(i).label);
    return labels;
  }

  AskedControl control_;
  ShownTray tray_;
  std::vector<std::string> refusals_;
  int edits_ = 0;
  TrayDesk desk_{control_,
                 tray_,
                 {.on_refused = [this](const Refused& refused) { refusals_.push_back(refused.text); },
                  .on_edit = [this] { ++edits_; }}};
};

TEST_F(TrayDeskTest, ShowsTheEveningAndTheItemsThatSomebodyServes) {
  control_.told = sample_evening();
  desk_.refresh();
  EXPECT_EQ(tray_.faces.back().mood, Tonight::Mood::due);
  EXPECT_THAT(last_labels(3), ElementsAre("Later tonight by", "", "Edit the schedule"));
}

TEST_F(TrayDeskTest, AsksForWhatTheStepItemsSay) {
  expect_stretch(asked_by<request::Done>(choice::done(stretch)).targets.front());
  expect_stretch(asked_by<request::Skip>(choice::skip(stretch)).targets.front());
  expect_stretch(asked_by<request::StartGuide>(choice::start(stretch)).target);
  const auto snooze = asked_by<request::Snooze>(choice::snooze(stretch, std::chrono::minutes{90}));
  expect_stretch(snooze.targets.front());
  EXPECT_EQ(snooze.length, std::chrono::minutes{90});
  const auto undo = asked_by<request::Undo>(choice::undo(stretch));
  EXPECT_EQ(undo.step, stretch.step);
  EXPECT_EQ(undo.night, stretch.night);
}

TEST_F(TrayDeskTest, AsksForWhatTheOtherItemsSay) {
  EXPECT_EQ(asked_by<request::LogCramp>(choice::cramp).cramp.at, control_.clock);
  EXPECT_EQ(asked_by<request::Pause>(choice::pause_until_morning).until, std::nullopt);
  EXPECT_EQ(asked_by<request::Pause>(choice::pause_for(std::chrono::hours{1})).until,
            control_.clock + std::chrono::hours{1});
  asked_by<request::Resume>(choice::resume);
  EXPECT_EQ(asked_by<request::Later>(choice::later_by(std::chrono::minutes{15})).by, std::chrono::minutes{15});
}

TEST_F(TrayDeskTest, AsksForWhatTheItemsOfAGuideSay) {
  asked_by<request::PauseGuide>(choice::pause_guide);
  asked_by<request::ResumeGuide>(choice::resume_guide);
  asked_by<request::StopGuide>(choice::stop_guide);
}

TEST_F(TrayDeskTest, EndsWithTheEveningWhereNobodyServesMore) {
  TrayDesk bare{control_, tray_, {.on_refused = {}}};
  bare.refresh();
  EXPECT_EQ(tray_.faces.back().menu.back().label, "Later tonight by");
}

TEST_F(TrayDeskTest, UnderstandsEveryItemThatItShows) {
  control_.told = sample_evening();
  desk_.refresh();
  std::size_t chosen = 0;
  const auto choose_all = [&](const std::vector<MenuItem>& items, const auto& again) -> void {
    for (const auto& item : items) {
      again(item.children, again);
      if (item.separator || !item.enabled || !item.children.empty()) continue;
      tray_.choose(item.key);
      EXPECT_EQ(control_.asked.size() + static_cast<std::size_t>(edits_), ++chosen) << item.key;
    }
  };
  choose_all(tray_.faces.back().menu, choose_all);
  EXPECT_GT(chosen, 15U);
}

TEST_F(TrayDeskTest, TellsARefusal) {
  control_.refusal = Refused{Refusal::Why::no_guide, "It has no guide."};
  tray_.choose(choice::start(stretch));
  EXPECT_THAT(refusals_, ElementsAre("It has no guide."));
}

TEST_F(TrayDeskTest, DoesTheSameForALauncher) {
  control_.refusal = Refused{Refusal::Why::not_recorded, "The disk is full."};
  desk_.choose(choice::cramp, Source::bus);
  EXPECT_EQ(std::get<request::LogCramp>(control_.asked.back()).cramp.at, control_.clock);
  EXPECT_EQ(control_.sources.back(), Source::bus);
  EXPECT_THAT(refusals_, ElementsAre("The disk is full."));
}

TEST_F(TrayDeskTest, CallsWhoServesAnItemAndAsksForNothingThen) {
  tray_.choose(choice::edit);
  tray_.choose(choice::quit);  // served by nobody
  EXPECT_EQ(edits_, 1);
  EXPECT_THAT(control_.asked, IsEmpty());
}

TEST_F(TrayDeskTest, AsksForNothingWhereAKeySaysNothing) {
  for (const auto* key : {"", " ", "done", "done x", "done x y 1", "done x 2026-11-23 one", "done x 2026-11-23 1 2",
                          "snooze x 2026-11-23 1", "snooze x 2026-11-23 1 soon", "pause soon", "later", "later 1x",
                          "eat x 2026-11-23 1", "later 99999999999", "eat 10", "answers"})
    tray_.choose(key);
  EXPECT_THAT(control_.asked, IsEmpty());
  EXPECT_THAT(refusals_, IsEmpty());
}

}  // namespace
}  // namespace calmcalf
