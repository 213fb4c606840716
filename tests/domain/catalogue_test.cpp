// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/catalogue.hpp"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace calmcalf {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::Pair;
using testing::UnorderedElementsAre;

const CatalogueStep& step(std::string_view id) {
  return *find_in_catalogue(id);
}

/// The ids of the steps that `caution` touches.
std::vector<std::string_view> touched_by(Caution caution) {
  std::vector<std::string_view> ids;
  for (const CatalogueStep& known : catalogue()) {
    for (const CautionNote& note : known.cautions) {
      if (note.caution == caution) ids.push_back(known.id);
    }
  }
  return ids;
}

TEST(Catalogue, HoldsTheTenStepsWithTheirTimes) {
  std::vector<std::pair<std::string_view, When>> times;
  for (const CatalogueStep& known : catalogue()) times.emplace_back(known.id, known.when);
  EXPECT_THAT(
      times,
      ElementsAre(Pair("water", BeforeBed{hours{2}}), Pair("warm-bath", BeforeBed{minutes{90}}),
                  Pair("banana", BeforeBed{minutes{60}}), Pair("massage", BeforeBed{minutes{30}}),
                  Pair("hot-water-bag", BeforeBed{minutes{30}}), Pair("heel-walk", BeforeBed{minutes{20}}),
                  Pair("calf-stretch", BeforeBed{minutes{15}}), Pair("hamstring-stretch", BeforeBed{minutes{10}}),
                  Pair("move", Every{hours{1}, {hours{9}}, {hours{17}}}), Pair("footwear", AtTime{{hours{9}}})));
}

TEST(Catalogue, StartsWithSixSteps) {
  std::vector<std::string_view> ids;
  for (const CatalogueStep& known : catalogue()) {
    if (known.in_starter) ids.push_back(known.id);
  }
  EXPECT_THAT(ids, ElementsAre("water", "warm-bath", "banana", "heel-walk", "calf-stretch", "hamstring-stretch"));
}

TEST(Catalogue, GuidesBothLegsThroughTheStretchesWithinThreeMinutes) {
  const Guide both_legs{3, seconds{10}, seconds{10}, {Side::left, Side::right}};
  for (const auto id : {"calf-stretch", "hamstring-stretch"}) {
    EXPECT_EQ(step(id).guide, both_legs);
    EXPECT_LE(step(id).guide->length(), minutes{3});
  }
}

TEST(Catalogue, GuidesAMinuteOfHeelWalkingAndTwoOfMassage) {
  EXPECT_EQ(step("heel-walk").guide->length(), minutes{1});
  EXPECT_EQ(step("massage").guide->length(), minutes{2});
}

TEST(Catalogue, GuidesNoOtherStep) {
  for (const auto id : {"water", "warm-bath", "banana", "hot-water-bag", "move", "footwear"}) {
    EXPECT_EQ(step(id).guide, std::nullopt) << id;
  }
}

TEST(Catalogue, AsksForShoesOnTheFirstOfTheMonthAndForAllElseEveryDay) {
  for (const CatalogueStep& known : catalogue()) {
    for (std::size_t day = 1; day <= 31; ++day) {
      EXPECT_EQ(known.monthdays.test(day), known.id != "footwear" || day == 1) << known.id << ' ' << day;
    }
  }
}

TEST(Catalogue, KnowsWhichStepsEachCautionTouches) {
  EXPECT_THAT(touched_by(Caution::fluid_limit), ElementsAre("water"));
  EXPECT_THAT(touched_by(Caution::potassium), ElementsAre("banana"));
  EXPECT_THAT(touched_by(Caution::neuropathy), UnorderedElementsAre("warm-bath", "hot-water-bag", "heel-walk"));
  EXPECT_THAT(touched_by(Caution::pregnancy), UnorderedElementsAre("warm-bath", "hot-water-bag"));
  EXPECT_THAT(touched_by(Caution::artery_disease), UnorderedElementsAre("warm-bath", "hot-water-bag"));
  EXPECT_THAT(touched_by(Caution::clot), ElementsAre("massage"));
  EXPECT_THAT(touched_by(Caution::balance), UnorderedElementsAre("heel-walk", "calf-stretch", "hamstring-stretch"));
  EXPECT_THAT(touched_by(Caution::injury), UnorderedElementsAre("massage", "calf-stretch", "hamstring-stretch"));
}

TEST(Catalogue, LeavesTheCautionsOfPainkillersToTheGuide) {
  EXPECT_THAT(touched_by(Caution::anticoagulant), IsEmpty());
  EXPECT_THAT(touched_by(Caution::stomach), IsEmpty());
  EXPECT_THAT(touched_by(Caution::kidney), IsEmpty());
}

TEST(Catalogue, SuggestsNoTemperature) {
  for (const CatalogueStep& known : catalogue()) {
    EXPECT_THAT(std::string{known.text}, Not(testing::HasSubstr("°"))) << known.id;
  }
}

TEST(Catalogue, HasTextsThatFitAPopup) {
  for (const CatalogueStep& known : catalogue()) {
    EXPECT_THAT(known.title, Not(IsEmpty()));
    EXPECT_LE(known.title.size(), 40U) << known.id;
    EXPECT_THAT(known.text, Not(IsEmpty()));
    EXPECT_LE(known.text.size(), 260U) << known.id;
    for (const CautionNote& note : known.cautions) {
      EXPECT_EQ(std::count(note.text.begin(), note.text.end(), '.'), 1) << note.text;
      EXPECT_EQ(note.text.back(), '.') << note.text;
    }
  }
}

TEST(Catalogue, HasEachIdOnce) {
  std::set<std::string_view> ids;
  for (const CatalogueStep& known : catalogue()) EXPECT_TRUE(ids.insert(known.id).second) << known.id;
  EXPECT_EQ(find_in_catalogue("yoga"), nullptr);
  EXPECT_EQ(find_in_catalogue(""), nullptr);
}

TEST(CautionNotes, AreThoseOfTheStepThatApply) {
  Step bath;
  bath.id.text = "my-bath";
  bath.use.text = "warm-bath";
  const std::vector<Caution> cautions{Caution::pregnancy, Caution::potassium, Caution::neuropathy};
  std::vector<Caution> found;
  for (const CautionNote& note : notes_for(bath, cautions)) found.push_back(note.caution);
  EXPECT_THAT(found, UnorderedElementsAre(Caution::pregnancy, Caution::neuropathy));
  EXPECT_THAT(notes_for(bath, {}), IsEmpty());
}

TEST(CautionNotes, AreNoneForStepsOfOnesOwn) {
  Step own;
  own.id.text = "banana";
  EXPECT_THAT(notes_for(own, std::vector{Caution::potassium}), IsEmpty());
}

}  // namespace
}  // namespace calmcalf
