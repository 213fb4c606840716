// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include "cli/a_home.hpp"

namespace calmcalf {
namespace {

using testing::HasSubstr;

class Edit : public AHome {
 protected:
  /// Edits with a shell script as the editor; the file is its first argument.
  [[nodiscard]] FinishedProgram edit_with(const std::string& script, std::vector<std::string> more = {}) const {
    more.insert(more.begin(), "edit");
    auto run = run_of(std::move(more));
    run.environment["VISUAL"] = script;
    return finish(run);
  }

  static std::string set_bedtime(const std::string& time) { return "sed -i -e 's/^time = .*/time = " + time + "/'"; }
};

TEST_F(Edit, BeginsWithACopyOfWhatIsInForceAndFindsNoMistakeInIt) {
  const auto edited = edit_with("true");
  EXPECT_EQ(edited.status, 0) << edited.err;
  EXPECT_THAT(edited.out, HasSubstr("No mistakes"));
  std::ifstream starter{STARTER_SCHEDULE};
  EXPECT_EQ(content_of(own_schedule), (std::string{std::istreambuf_iterator<char>{starter}, {}}));
}

TEST_F(Edit, KeepsWhatTheEditorWroteAndShowsWhatIsWrongWithIt) {
  ASSERT_EQ(edit_with(set_bedtime("22:00:00")).status, 0);
  EXPECT_THAT(content_of(own_schedule), HasSubstr("time = 22:00:00"));
  const auto broken = edit_with(set_bedtime("25:00:00"));
  EXPECT_EQ(broken.status, 1);
  EXPECT_THAT(broken.out, HasSubstr("bedtime.time: \"25:00:00\" is no time of day"));
  EXPECT_THAT(content_of(own_schedule), HasSubstr("time = 25:00:00")) << "nothing that was written is lost";
}

TEST_F(Edit, ListsMistakesAsJsonForPrograms) {
  const auto broken = edit_with(set_bedtime("25:00:00"), {"--json"});
  EXPECT_EQ(broken.status, 1);
  EXPECT_EQ(Json::parse(broken.out).at(0).at("key"), "bedtime.time");
}

TEST_F(Edit, EditsTheFileThatIsNamed) {
  write("other schedule.toml", "[bedtime]\ntime = 22:30:00\n\n[[step]]\nuse = \"water\"\n");
  EXPECT_EQ(edit_with(set_bedtime("21:00:00"), {"--schedule", "other schedule.toml"}).status, 0);
  EXPECT_THAT(content_of("other schedule.toml"), HasSubstr("time = 21:00:00"));
}

TEST_F(Edit, SaysWhichEditorFailed) {
  const auto failed = edit_with("no-such-editor");
  EXPECT_EQ(failed.status, 1);
  EXPECT_THAT(failed.err, HasSubstr("the editor (no-such-editor) ended with status 127; set VISUAL"));
}

TEST_F(Edit, TakesEditorWhereVisualIsNotSet) {
  auto run = run_of({"edit"});
  run.environment["EDITOR"] = "false";
  EXPECT_THAT(finish(run).err, HasSubstr("the editor (false) ended with status 1"));
}

}  // namespace
}  // namespace calmcalf
