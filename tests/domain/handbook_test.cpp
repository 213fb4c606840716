// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/handbook.hpp"

#include <algorithm>
#include <cctype>
#include <regex>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/diary.hpp"

namespace calmcalf {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;
using Texts = std::vector<std::string>;

Texts and_notes(Texts texts, const std::vector<CautionNote>& notes) {
  for (const auto& note : notes) texts.emplace_back(note.text);
  return texts;
}

/// What is to be read in a block, notes included.
struct BlockTexts {
  template <typename Plain>
  Texts operator()(const Plain& block) const {
    return {std::string{block.text}};
  }
  Texts operator()(const Advice& advice) const {
    return and_notes({std::string{advice.title}, std::string{advice.text}}, advice.notes);
  }
  Texts operator()(const CatalogueStep* step) const {
    return and_notes({std::string{step->title}, std::string{step->text}}, step->cautions);
  }
};

Texts texts_of(const Page& page) {
  Texts texts{std::string{page.title}, std::string{page.summary}};
  for (const auto& block : page.blocks) {
    auto some = std::visit(BlockTexts{}, block);
    texts.insert(texts.end(), some.begin(), some.end());
  }
  return texts;
}

std::string in_small_letters(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char letter) { return std::tolower(letter); });
  return text;
}

/// A page in small letters, a line each text.
std::string page_in_small_letters(std::string_view topic) {
  std::string content;
  for (const auto& text : texts_of(*find_page(topic))) content += in_small_letters(text) + '\n';
  return content;
}

/// The items and paragraphs from a heading to the next.
Texts texts_below(std::string_view topic, std::string_view heading) {
  Texts texts;
  bool is_below = false;
  for (const auto& block : find_page(topic)->blocks) {
    if (const auto* found = std::get_if<Heading>(&block))
      is_below = found->text == heading;
    else if (is_below)
      std::ranges::move(std::visit(BlockTexts{}, block), std::back_inserter(texts));
  }
  return texts;
}

/// Every text of the handbook, and of the catalogue with it.
Texts all_texts() {
  Texts all;
  for (const auto& page : handbook()) {
    auto texts = texts_of(page);
    all.insert(all.end(), texts.begin(), texts.end());
  }
  return all;
}

std::vector<Caution> cautions_of(const std::vector<CautionNote>& notes) {
  std::vector<Caution> cautions;
  for (const auto& note : notes) cautions.push_back(note.caution);
  return cautions;
}

const Advice& advice(std::string_view title) {
  return *std::ranges::find(relief_advice(), title, &Advice::title);
}

/// Something the founding article says, and where a user of the program comes to it.
struct Said {
  std::string_view by_the_article;
  std::string_view topic;
  std::string_view words;         ///< on that page, in small letters
  std::string_view step = {};     ///< a step that can be in a schedule
  std::string_view title = {};    ///< advice while a cramp is there
  std::string_view trigger = {};  ///< what the diary can keep with a cramp
  std::string_view muscle = {};   ///< the same
};

void PrintTo(const Said& said, std::ostream* out) {
  *out << said.by_the_article;
}

const std::vector<Said> nature{
    {"a hard contraction", "causes", "a muscle contracts hard"},
    {"intense pain", "causes", "the pain is intense"},
    {"a knot in the muscle", "causes", "a knot in the muscle"},
    {"the leg cannot be moved", "causes", "the leg cannot be moved"},
    {"it wakes the sleeper", "causes", "it wakes you from sleep"},
    {"young and old", "causes", "young and old"},
    {.by_the_article = "calf mostly", .topic = "causes", .words = "mostly it is the calf", .muscle = "calf"},
    {.by_the_article = "quadriceps", .topic = "causes", .words = "quadriceps", .muscle = "quadriceps"},
    {.by_the_article = "hamstrings", .topic = "causes", .words = "hamstrings", .muscle = "hamstring"},
};

const std::vector<Said> causes{
    {"weak muscle fibres", "causes", "weak muscle fibres"},
    {"lack of magnesium", "causes", "lack of magnesium"},
    {"legs bent and feet pointing down in bed", "causes", "legs bent and feet pointing down in bed"},
    {"little movement at night", "causes", "little movement and less blood flow at night"},
    {"less blood flow at night", "causes", "little movement and less blood flow at night"},
    {"age, by shorter tendons", "causes", "age: tendons get shorter"},
    {"pregnancy", "causes", "pregnancy"},
    {"spinal stenosis", "causes", "spinal stenosis"},
    {"peripheral artery disease", "causes", "peripheral artery disease"},
    {.by_the_article = "long sitting", .topic = "causes", .words = "sitting for long", .trigger = "sitting"},
    {.by_the_article = "too much exercise", .topic = "causes", .words = "too much exercise", .trigger = "exercise"},
    {.by_the_article = "heavy sweating", .topic = "causes", .words = "heavy sweating", .trigger = "sweating"},
    {.by_the_article = "long standing", .topic = "causes", .words = "standing for long", .trigger = "standing"},
    {"diuretics", "causes", "diuretics"},
    {"statins", "causes", "statins"},
    {"oral contraceptives", "causes", "oral contraceptives"},
    {"diabetes", "causes", "diabetes"},
    {"anaemia", "causes", "anaemia"},
    {"kidney failure", "causes", "kidney failure"},
    {"cirrhosis", "causes", "cirrhosis"},
    {"thyroid disorders", "causes", "thyroid disorders"},
    {"osteoarthritis", "causes", "osteoarthritis"},
    {"dehydration", "causes", "dehydration"},
    {.by_the_article = "diarrhoea", .topic = "causes", .words = "diarrhoea", .trigger = "diarrhoea"},
    {"neurological disorders", "causes", "neurological disorders such as parkinson's"},
};

const std::vector<Said> recommendations{
    {"plenty of water before bed", "steps", "plenty of water before bed", "water"},
    {"calf stretches", "steps", "stretch your calves", "calf-stretch"},
    {"hamstring stretches", "steps", "stretch the backs of your thighs", "hamstring-stretch"},
    {"a banana before sleep", "steps", "eat a banana. it holds potassium and magnesium.", "banana"},
    {"a hot bath", "steps", "a warm bath", "warm-bath"},
    {"a hot water bag on the muscle", "steps", "a hot water bag", "hot-water-bag", "Warm the muscle"},
    {"gentle massage", "steps", "a gentle massage", "massage", "Massage the muscle gently"},
    {"walking on the heels", "steps", "walk on your heels", "heel-walk", "Stand on the leg"},
    {"exercise", "steps", "by day, exercise", "move"},
    {"not sitting or standing too long", "steps", "do not sit or stand for too long", "move"},
    {"better footwear for flat feet", "footwear", "with flat feet, better footwear may help", "footwear"},
    {.by_the_article = "a painkiller such as naproxen in intense pain",
     .topic = "relief",
     .words = "for intense pain some take naproxen",
     .title = "Painkillers are too slow"},
    {"cramps that disturb sleep: see a doctor", "doctor", "cramps disturb your sleep"},
};

class WhatTheArticleSays : public testing::TestWithParam<Said> {};

TEST_P(WhatTheArticleSays, CanBeReachedByAUser) {
  const auto& said = GetParam();
  EXPECT_THAT(page_in_small_letters(said.topic), HasSubstr(std::string{said.words}));
  EXPECT_TRUE(said.step.empty() || find_in_catalogue(said.step) != nullptr) << said.step;
  EXPECT_TRUE(said.title.empty() || std::ranges::count(relief_advice(), said.title, &Advice::title) == 1) << said.title;
  EXPECT_TRUE(said.trigger.empty() || trigger_named(said.trigger)) << said.trigger;
  EXPECT_TRUE(said.muscle.empty() || muscle_named(said.muscle)) << said.muscle;
}

INSTANTIATE_TEST_SUITE_P(Nature, WhatTheArticleSays, testing::ValuesIn(nature));
INSTANTIATE_TEST_SUITE_P(Causes, WhatTheArticleSays, testing::ValuesIn(causes));
INSTANTIATE_TEST_SUITE_P(Recommendations, WhatTheArticleSays, testing::ValuesIn(recommendations));

TEST(Handbook, HasItsPagesInOrder) {
  std::vector<std::string_view> topics;
  for (const auto& page : handbook()) topics.push_back(page.topic);
  EXPECT_THAT(topics, ElementsAre("steps", "causes", "relief", "doctor", "footwear", "about"));
  EXPECT_EQ(find_page("yoga"), nullptr);
  EXPECT_EQ(find_page(""), nullptr);
}

TEST(Handbook, NamesSourcesOnEveryPageAndAllOfThemInAbout) {
  const auto& all = find_page("about")->sources;
  EXPECT_EQ(std::set(all.begin(), all.end()).size(), all.size());
  EXPECT_THAT(std::string{no_medical_advice}, HasSubstr("no medical advice"));
  for (const auto& page : handbook()) {
    EXPECT_THAT(page.sources, Not(IsEmpty())) << page.topic;
    for (const auto source : page.sources) EXPECT_THAT(all, Contains(source)) << page.topic;
  }
}

TEST(Handbook, NamesNoSourceInAboutThatNoOtherPageRestsOn) {
  std::set<std::string_view> used;
  for (const auto& page : handbook())
    if (page.topic != "about") used.insert(page.sources.begin(), page.sources.end());
  for (const auto source : find_page("about")->sources) EXPECT_THAT(used, Contains(source));
}

TEST(Handbook, ShowsEveryBuiltInStepOnce) {
  std::vector<const CatalogueStep*> shown;
  for (const auto& block : find_page("steps")->blocks)
    if (const auto* step = std::get_if<const CatalogueStep*>(&block)) shown.push_back(*step);
  std::vector<const CatalogueStep*> known;
  for (const auto& step : catalogue()) known.push_back(&step);
  EXPECT_THAT(shown, testing::UnorderedElementsAreArray(known));
}

TEST(Handbook, ExplainsEveryCautionByTheWordThatTheScheduleHas) {
  Texts titles;
  for (const auto& block : find_page("steps")->blocks)
    if (const auto* one = std::get_if<Advice>(&block)) titles.emplace_back(one->title);
  for (const auto* name : {"fluid-limit", "potassium", "neuropathy", "pregnancy", "artery-disease", "clot", "balance",
                           "injury", "anticoagulant", "stomach", "kidney"}) {
    EXPECT_THAT(titles, Contains(name));
    EXPECT_THAT(in_plain_words(caution_named(name).value()), Not(IsEmpty())) << name;
  }
}

TEST(Handbook, PromisesNoCure) {
  const std::regex promise{
      R"(\b(works?|worked|prevents?|prevention|cures?|cured|heals|guaranteed?|proven|effective)\b)", std::regex::icase};
  for (const auto& text : all_texts()) EXPECT_FALSE(std::regex_search(text, promise)) << text;
}

TEST(Handbook, GivesNoDose) {
  const std::regex dose{R"(\b\d+ ?(mg|milligrams?|g|grams?|ml|pills?|tablets?)\b|\b(times|once|twice) (a|per) day\b)",
                        std::regex::icase};
  for (const auto& text : all_texts()) EXPECT_FALSE(std::regex_search(text, dose)) << text;
}

TEST(Handbook, SuggestsNoTemperature) {
  for (const auto& text : all_texts()) EXPECT_THAT(text, AllOf(Not(HasSubstr("°")), Not(HasSubstr("degrees"))));
}

TEST(Handbook, SpeaksOfBoilingWaterToForbidIt) {
  const std::regex forbidden{"never (use|fill in) boiling water", std::regex::icase};
  for (const auto& text : all_texts()) {
    EXPECT_TRUE(text.find("oiling") == std::string::npos || std::regex_search(text, forbidden)) << text;
  }
}

TEST(Handbook, SpeaksOfNaproxenWithAPharmacistOrADoctorBesideIt) {
  for (const auto& page : handbook()) {
    if (page.topic == "causes") continue;  // where it is one of the causes
    for (const auto& text : texts_of(page)) {
      if (text.find("aproxen") == std::string::npos) continue;
      EXPECT_THAT(text, AllOf(HasSubstr("pharmacist"), HasSubstr("doctor")));
    }
  }
}

TEST(Handbook, IsWholeSentencesUnderShortHeadings) {
  for (const auto& page : handbook()) {
    for (const auto& block : page.blocks) {
      if (const auto* heading = std::get_if<Heading>(&block)) {
        EXPECT_LE(heading->text.size(), 40U) << heading->text;
        EXPECT_THAT(std::string{heading->text}, Not(EndsWith(".")));
      } else if (const auto* one = std::get_if<Advice>(&block)) {
        EXPECT_THAT(std::string{one->text}, EndsWith("."));
      }
    }
  }
}

TEST(Handbook, SaysWhatCannotWaitMostUrgentFirst) {
  EXPECT_THAT(texts_below("doctor", "Emergency: call for help at once"),
              ElementsAre(AllOf(HasSubstr("clot"), HasSubstr("suddenly you are short of breath"),
                                HasSubstr("chest pain"), HasSubstr("cough up blood"))));
  EXPECT_THAT(texts_below("doctor", "The same day"),
              ElementsAre(HasSubstr("swollen, warm, red or throbbing"), HasSubstr("more than ten minutes"),
                          AllOf(HasSubstr("statin"), HasSubstr("weak"), HasSubstr("dark urine"))));
  EXPECT_THAT(texts_below("doctor", "In the next days"),
              ElementsAre(HasSubstr("new medicine"), AllOf(HasSubstr("when you walk"), HasSubstr("when you rest"))));
  EXPECT_THAT(texts_below("doctor", "With an appointment"),
              ElementsAre(HasSubstr("disturb your sleep"),
                          AllOf(HasSubstr("numb"), HasSubstr("weak"), HasSubstr("muscles get thinner"))));
  const auto page = page_in_small_letters("doctor");
  EXPECT_LT(page.find("emergency"), page.find("the same day"));
  EXPECT_LT(page.find("the same day"), page.find("in the next days"));
  EXPECT_LT(page.find("in the next days"), page.find("with an appointment"));
}

TEST(Handbook, SaysThatTheThresholdIsItsOwnDesignAndCanBeChanged) {
  EXPECT_THAT(page_in_small_letters("doctor"),
              AllOf(HasSubstr("three nights with cramps in seven"), HasSubstr("two weeks running"),
                    HasSubstr("own design"), HasSubstr("see_doctor_at")));
}

TEST(Handbook, SaysWhatTrialsFoundForAndAgainst) {
  EXPECT_THAT(page_in_small_letters("steps"),
              AllOf(HasSubstr("1.2 fewer cramps a night"), HasSubstr("0.6 to 1.8"), HasSubstr("80 adults over 55"),
                    HasSubstr("other trials found no benefit"), HasSubstr("may help some people")));
}

TEST(Relief, ComesInItsOrder) {
  std::vector<std::string_view> titles;
  for (const auto& one : relief_advice()) titles.push_back(one.title);
  EXPECT_THAT(titles, ElementsAre("Straighten your leg", "Massage the muscle gently", "Stand on the leg",
                                  "Warm the muscle", "Then raise the leg", "Painkillers are too slow"));
  EXPECT_THAT(advice("Straighten your leg").text, HasSubstr("toes towards your shin"));
  EXPECT_THAT(advice("Stand on the leg").text, HasSubstr("walk on your heels"));
  EXPECT_THAT(advice("Warm the muscle").text, AllOf(HasSubstr("hot water bag"), HasSubstr("bath")));
}

TEST(Relief, CanBeReadHalfAsleep) {
  for (const auto& one : relief_advice()) {
    EXPECT_LE(one.title.size(), 26U) << one.title;
    EXPECT_LE(one.text.size(), 160U) << one.title;
    for (const auto& note : one.notes) EXPECT_LE(note.text.size(), 100U) << note.text;
  }
}

TEST(Relief, KeepsHeatSafe) {
  EXPECT_THAT(advice("Warm the muscle").text,
              AllOf(HasSubstr("covered"), HasSubstr("20 minutes at most"), HasSubstr("Never sleep with the bag")));
}

TEST(Relief, MindsTheCautionsThatTouchIt) {
  const auto minded = [](std::string_view title) { return cautions_of(advice(title).notes); };
  EXPECT_THAT(minded("Straighten your leg"), ElementsAre(Caution::injury));
  EXPECT_THAT(minded("Massage the muscle gently"), UnorderedElementsAre(Caution::clot, Caution::injury));
  EXPECT_THAT(minded("Stand on the leg"), UnorderedElementsAre(Caution::balance, Caution::neuropathy));
  EXPECT_THAT(minded("Warm the muscle"),
              UnorderedElementsAre(Caution::neuropathy, Caution::pregnancy, Caution::artery_disease));
  EXPECT_THAT(minded("Then raise the leg"), IsEmpty());
  EXPECT_THAT(minded("Painkillers are too slow"),
              UnorderedElementsAre(Caution::anticoagulant, Caution::stomach, Caution::kidney));
}

TEST(Relief, StandsOnItsPageInFull) {
  std::vector<std::string_view> shown;
  for (const auto& block : find_page("relief")->blocks)
    if (const auto* one = std::get_if<Advice>(&block)) shown.push_back(one->title);
  std::vector<std::string_view> titles;
  for (const auto& one : relief_advice()) titles.push_back(one.title);
  EXPECT_EQ(shown, titles);
}

}  // namespace
}  // namespace calmcalf
