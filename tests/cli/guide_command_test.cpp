// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/a_home.hpp"

namespace calmcalf {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::MatchesRegex;
using testing::Not;
using testing::StartsWith;

constexpr const char* with_a_clot = R"([bedtime]
time = 22:30:00
[profile]
cautions = ["clot", "kidney"]
[[step]]
use = "water"
)";

class GuideCommand : public AHome {
 protected:
  /// The block of that title on a page.
  [[nodiscard]] static Json block(const FinishedProgram& shown, const std::string& title) {
    const auto page = Json::parse(shown.out);
    const auto& blocks = page.at("blocks");
    const auto found = std::ranges::find_if(blocks, [&](const Json& one) { return one.value("title", "") == title; });
    return found == blocks.end() ? Json{} : *found;
  }
};

TEST_F(GuideCommand, ListsItsTopics) {
  const auto shown = calmcalf({"guide"});
  EXPECT_EQ(shown.status, 0);
  EXPECT_THAT(shown.err, IsEmpty());
  std::istringstream lines{shown.out};
  for (const std::string topic : {"steps", "causes", "relief", "doctor", "footwear", "about"}) {
    std::string line;
    std::getline(lines, line);
    EXPECT_THAT(line, MatchesRegex("  " + topic + " +[a-z].*"));
    EXPECT_LE(line.size(), 80U);
  }
  EXPECT_THAT(shown.out, EndsWith("\n\nRead one with its word, such as: calmcalf guide relief\n"));
}

TEST_F(GuideCommand, ShowsAPage) {
  const auto shown = calmcalf({"guide", "relief"});
  EXPECT_EQ(shown.status, 0);
  EXPECT_THAT(shown.err, IsEmpty());
  EXPECT_THAT(shown.out, StartsWith("Cramp now\n\n"));
  EXPECT_THAT(shown.out, HasSubstr("\n  Straighten your leg\n    Pull your toes towards your shin.\n"));
  EXPECT_THAT(shown.out, HasSubstr("\nSources\n"));
  EXPECT_THAT(shown.out, HasSubstr("no medical advice"));
}

TEST_F(GuideCommand, MarksWhatAppliesToTheReader) {
  write(own_schedule, with_a_clot);
  const auto shown = calmcalf({"guide", "relief"});
  EXPECT_THAT(shown.out, HasSubstr("\n    ! [a blood clot] Never massage"));
  EXPECT_THAT(shown.out, HasSubstr("\n    ! [kidney disease] "));
  EXPECT_THAT(shown.out, HasSubstr("\n    [pregnancy] "));
  EXPECT_THAT(shown.out, HasSubstr("\n  Massage the muscle gently\n")) << "what is not for the reader is left in";
}

TEST_F(GuideCommand, MarksNothingWithoutCautions) {
  EXPECT_THAT(calmcalf({"guide", "steps"}).out, Not(HasSubstr("    ! ")));
}

TEST_F(GuideCommand, ReadsTheScheduleThatIsNamed) {
  write("other.toml", with_a_clot);
  EXPECT_THAT(calmcalf({"guide", "steps", "--schedule", "other.toml"}).out, HasSubstr("    ! [a blood clot] "));
}

TEST_F(GuideCommand, IsShownWithoutAUsableSchedule) {
  write("broken.toml", "[bedtime");
  for (const char* schedule : {"broken.toml", "gone.toml"}) {
    const auto shown = calmcalf({"guide", "doctor", "--schedule", schedule});
    EXPECT_EQ(shown.status, 0);
    EXPECT_THAT(shown.out, StartsWith("When to see a doctor\n"));
    EXPECT_THAT(shown.err, AllOf(HasSubstr("is not marked"), HasSubstr("calmcalf check")));
  }
}

TEST_F(GuideCommand, MindsTheLastGoodScheduleWhileThereIsAMistake) {
  write(own_schedule, "[bedtime");
  write(".local/state/calmcalf/routine.toml", with_a_clot);
  const auto shown = calmcalf({"guide", "steps"});
  EXPECT_THAT(shown.out, HasSubstr("    ! [a blood clot] "));
  EXPECT_THAT(shown.err, IsEmpty());
}

TEST_F(GuideCommand, NamesTheNearestTopic) {
  const auto unknown = calmcalf({"guide", "docter"});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.out, IsEmpty());
  EXPECT_EQ(unknown.err,
            "calmcalf: there is no topic \"docter\"; did you mean \"doctor\"?\nSee: calmcalf guide --help\n");
}

TEST_F(GuideCommand, NamesAllTopicsWhereNoneIsNear) {
  const auto unknown = calmcalf({"guide", "yoga"});
  EXPECT_EQ(unknown.status, 2);
  for (const char* topic : {"steps", "causes", "relief", "doctor", "footwear", "about"})
    EXPECT_THAT(unknown.err, HasSubstr(topic));
}

TEST_F(GuideCommand, ShowsOnePageAtATime) {
  EXPECT_EQ(calmcalf({"guide", "steps", "relief"}).status, 2);
}

TEST_F(GuideCommand, ListsItsTopicsForPrograms) {
  const auto topics = Json::parse(calmcalf({"guide", "--json"}).out);
  ASSERT_EQ(topics.size(), 6);
  EXPECT_EQ(
      topics[2].dump(),
      Json({{"topic", "relief"}, {"title", "Cramp now"}, {"summary", "what to do while the cramp is there"}}).dump());
}

TEST_F(GuideCommand, GivesProgramsThePageAsItIsBuilt) {
  write(own_schedule, with_a_clot);
  const auto shown = calmcalf({"guide", "relief", "--json"});
  const auto page = Json::parse(shown.out);
  EXPECT_EQ(page.at("topic"), "relief");
  EXPECT_THAT(page.at("sources"), Not(IsEmpty()));
  EXPECT_THAT(page.at("notice").get<std::string>(), HasSubstr("no medical advice"));
  const auto massage = block(shown, "Massage the muscle gently");
  EXPECT_EQ(massage.at("kind"), "advice");
  std::vector<std::string> cautions;
  for (const auto& note : massage.at("cautions"))
    cautions.push_back(note.at("caution").get<std::string>() + (note.at("applies").get<bool>() ? " applies" : ""));
  EXPECT_THAT(cautions, ElementsAre("clot applies", "injury"));
  EXPECT_EQ(Json::parse(calmcalf({"guide", "causes", "--json"}).out).at("blocks").at(0).at("kind"), "paragraph");
}

TEST_F(GuideCommand, TellsProgramsOfTheStepsByTheirIds) {
  const auto walk = block(calmcalf({"guide", "steps", "--json"}), "Walk on your heels");
  EXPECT_EQ(walk.at("kind"), "step");
  EXPECT_EQ(walk.at("step"), "heel-walk");
  EXPECT_EQ(walk.at("usual_time"), "20 min before bed");
}

TEST_F(GuideCommand, IsInColourOnATerminalAlone) {
  EXPECT_THAT(calmcalf_to(Out::terminal, {"guide", "relief"}).out, StartsWith("\033[1mCramp now\033[0m"));
  EXPECT_THAT(calmcalf({"guide", "relief"}).out, Not(HasSubstr("\033")));
}

TEST_F(GuideCommand, OffersItsTopicsWhileOneIsTyped) {
  EXPECT_EQ(calmcalf({"complete", "--", "guide", ""}).out, "steps\ncauses\nrelief\ndoctor\nfootwear\nabout\n");
}

}  // namespace
}  // namespace calmcalf
