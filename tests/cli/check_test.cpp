// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "cli/a_home.hpp"

namespace calmcalf {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class Check : public AHome {
 protected:
  static constexpr const char* sound = "[bedtime]\ntime = 22:30:00\n[[step]]\nuse = \"water\"\n";
  static constexpr const char* with_mistakes =
      "[bedtime]\ntime = 22:30:00\n[[step]]\nuse = \"watr\"\n[[step]]\nuse = \"banana\"\nbefore_bed = \"soon\"\n";
  static constexpr const char* with_caution =
      "[bedtime]\ntime = 22:30:00\n[profile]\ncautions = [\"potassium\"]\n[[step]]\nuse = \"banana\"\n";

  /// What every file that cannot be used at all comes to: one line that names it, and the count.
  static void expect_one_mistake(const FinishedProgram& check, const std::string& file, const std::string& about) {
    EXPECT_EQ(check.status, 1);
    EXPECT_THAT(check.out, StartsWith(file + ":1:1: "));
    EXPECT_THAT(check.out, HasSubstr(about));
    EXPECT_THAT(check.out, EndsWith("1 mistake in " + file + "\n"));
    EXPECT_THAT(check.err, IsEmpty());
  }
};

TEST_F(Check, FindsNothingWrongInASoundSchedule) {
  const auto check = calmcalf({"check", write("a.toml", sound)});
  EXPECT_EQ(check.status, 0);
  EXPECT_EQ(check.out, "No mistakes in a.toml\n");
  EXPECT_THAT(check.err, IsEmpty());
}

TEST_F(Check, LooksAtTheFileWhateverScheduleIsNamedBeside) {
  write("other.toml", with_mistakes);
  const auto check = calmcalf({"--schedule", "other.toml", "check", write("a.toml", sound)});
  EXPECT_EQ(check.status, 0);
  EXPECT_EQ(check.out, "No mistakes in a.toml\n");
  EXPECT_EQ(calmcalf({"check", "a.toml", "--schedule", "other.toml"}).status, 0);
}

TEST_F(Check, ListsEveryMistakeWithItsPlaceAndKeyAndCountsThem) {
  const auto check = calmcalf({"check", write("a.toml", with_mistakes)});
  EXPECT_EQ(check.status, 1);
  EXPECT_THAT(check.out, StartsWith("a.toml:4:7: step[1].use: "));
  EXPECT_THAT(check.out, HasSubstr("\na.toml:7:14: step[2].before_bed: "));
  EXPECT_THAT(check.out, EndsWith("\n2 mistakes in a.toml\n"));
  EXPECT_THAT(check.out, Not(HasSubstr("^")));
  EXPECT_THAT(check.err, IsEmpty());
}

TEST_F(Check, ShowsTheLineWithACaretAndColoursOnATerminalAlone) {
  const auto check = calmcalf_to(Out::terminal, {"check", write("a.toml", with_mistakes)});
  EXPECT_EQ(check.status, 1);
  EXPECT_THAT(check.out, HasSubstr("    use = \"watr\"\r\n          ^\r\n"));
  EXPECT_THAT(check.out, HasSubstr("\033[1ma.toml:4:7:\033[0m"));
}

TEST_F(Check, KeepsItsColoursToItselfWhereNobodyWantsThem) {
  auto run = run_of({"check", write("a.toml", with_mistakes)});
  run.out = Out::terminal;
  run.environment["NO_COLOR"] = "1";
  const auto check = finish(run);
  EXPECT_THAT(check.out, HasSubstr("          ^\r\n"));
  EXPECT_THAT(check.out, Not(HasSubstr("\033")));
}

TEST_F(Check, CallsACautionNoMistake) {
  const auto check = calmcalf({"check", write("a.toml", with_caution)});
  EXPECT_EQ(check.status, 0);
  EXPECT_THAT(check.out, HasSubstr(": caution: "));
  EXPECT_THAT(check.out, EndsWith("No mistakes and 1 caution in a.toml\n"));
}

TEST_F(Check, GivesProgramsEveryMistakeAsAnObject) {
  const auto check = calmcalf({"--json", "check", write("a.toml", with_mistakes)});
  EXPECT_EQ(check.status, 1);
  const auto json = Json::parse(check.out);
  ASSERT_EQ(json.size(), 2);
  const auto& first = json[0];
  EXPECT_EQ(first.dump(), Json({{"file", "a.toml"},
                                {"line", 4},
                                {"column", 7},
                                {"key", "step[1].use"},
                                {"message", first.at("message")},
                                {"severity", "error"}})
                              .dump());
  EXPECT_THAT(first.at("message").get<std::string>(), HasSubstr("water"));
  EXPECT_EQ(json[1].at("line"), 7);
}

TEST_F(Check, GivesProgramsCautionsToo) {
  const auto check = calmcalf({"check", "--json", write("a.toml", with_caution)});
  EXPECT_EQ(check.status, 0);
  EXPECT_EQ(Json::parse(check.out).at(0).at("severity"), "caution");
}

TEST_F(Check, GivesProgramsAnEmptyListOfNoMistakes) {
  EXPECT_EQ(calmcalf({"check", "--json", write("a.toml", sound)}).out, "[]\n");
}

TEST_F(Check, LooksAtTheStarterScheduleWhereThereIsNoOther) {
  const auto check = calmcalf({"check"});
  EXPECT_EQ(check.status, 0) << check.out;
  EXPECT_THAT(check.out, HasSubstr("share/calmcalf/routine.toml"));
}

TEST_F(Check, LooksAtTheUsersSchedule) {
  write(own_schedule, with_mistakes);
  const auto check = calmcalf({"check"});
  EXPECT_EQ(check.status, 1);
  EXPECT_THAT(check.out, EndsWith("2 mistakes in " + (home_ / own_schedule).string() + "\n"));
}

TEST_F(Check, LooksWhereTheEnvironmentSaysTheScheduleIs) {
  write("elsewhere/calmcalf/routine.toml", sound);
  auto run = run_of({"check"});
  run.environment["XDG_CONFIG_HOME"] = (home_ / "elsewhere").string();
  EXPECT_THAT(finish(run).out, HasSubstr("elsewhere/calmcalf/routine.toml"));
}

TEST_F(Check, TakesTheScheduleBeforeOrAfterTheCommand) {
  write("a.toml", sound);
  EXPECT_EQ(calmcalf({"--schedule", "a.toml", "check"}).out, "No mistakes in a.toml\n");
  EXPECT_EQ(calmcalf({"check", "--schedule=a.toml"}).out, "No mistakes in a.toml\n");
}

TEST_F(Check, SaysThatAFileIsMissing) {
  expect_one_mistake(calmcalf({"check", "gone.toml"}), "gone.toml", "there is no such file");
}

TEST_F(Check, SaysThatAFileIsEmpty) {
  const auto check = calmcalf({"check", write("empty.toml", "")});
  EXPECT_EQ(check.status, 1);
  EXPECT_THAT(check.out, StartsWith("empty.toml:1:1: "));
}

TEST_F(Check, SaysThatAFileMayNotBeRead) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  write("secret.toml", sound);
  std::filesystem::permissions(home_ / "secret.toml", std::filesystem::perms::none);
  expect_one_mistake(calmcalf({"check", "secret.toml"}), "secret.toml", "may not read");
}

TEST_F(Check, SaysThatAFolderIsNoSchedule) {
  std::filesystem::create_directory(home_ / "folder");
  expect_one_mistake(calmcalf({"check", "folder"}), "folder", "folder");
}

TEST_F(Check, RefusesAFileOfAHundredMegabytes) {
  write("huge.toml", sound);
  std::filesystem::resize_file(home_ / "huge.toml", 100'000'000);
  expect_one_mistake(calmcalf({"check", "huge.toml"}), "huge.toml", "larger than 4 MiB");
}

TEST_F(Check, SaysWhereAFileIsNotUtf8AndPrintsNoneOfIt) {
  const auto check = calmcalf({"check", write("latin.toml", "[bedtime]\ntime = 22:30:00\n# caf\xE9\n")});
  EXPECT_EQ(check.status, 1);
  EXPECT_THAT(check.out, HasSubstr("latin.toml:3:"));
  EXPECT_THAT(check.out, HasSubstr("UTF-8"));
  EXPECT_THAT(check.out, Not(HasSubstr("\xE9")));
}

TEST_F(Check, SaysWhereAFileIsNotToml) {
  const auto check = calmcalf({"check", write("story.toml", "Once upon a time there was a cramp.\n")});
  EXPECT_EQ(check.status, 1);
  EXPECT_THAT(check.out, StartsWith("story.toml:1:"));
}

TEST_F(Check, DoesNotPassEscapeSequencesOnToATerminal) {
  const auto check =
      calmcalf_to(Out::terminal, {"check", write("a.toml", "[bedtime]\ntime = 22:30:00 # \033]0;gotcha\007\n")});
  EXPECT_EQ(check.status, 1);
  EXPECT_THAT(check.out, Not(HasSubstr("\033]0;")));
}

}  // namespace
}  // namespace calmcalf
