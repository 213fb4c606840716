// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/sqlite/sqlite_history.hpp"
#include "cli/a_home.hpp"
#include "ledger_samples.hpp"
#include "routine_samples.hpp"

namespace calmcalf {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class DiaryCommand : public AHome {
 protected:
  void record(const Ledger& ledger) const { SqliteHistory::open_for_service(home_ / own_history)->append(ledger); }

  /// Written down in the morning after `its_night`, in Berlin's winter.
  static Entry in_the_morning(Night its_night, entry::Body body, Duration past_eight = {}) {
    const Instant eight{its_night.next().evening.time_since_epoch() + std::chrono::hours{7}};
    return {eight + past_eight, std::chrono::hours{1}, Source::command, std::move(body)};
  }

  static Cramp well_remembered() {
    return {.at = at("2026-11-24T02:10"),  // 03:10 in Berlin
            .at_offset = std::chrono::hours{1},
            .side = CrampSide::left,
            .muscle = Muscle::calf,
            .severity = 6,
            .minutes = 4,
            .woke = true,
            .triggers = {Trigger::sitting},
            .relief = {Relief::stretch},
            .note = "after the train"};
  }

  static Cramp cramp_of(CrampSide side) {
    Cramp cramp;
    cramp.side = side;
    return cramp;
  }

  /// A night with two cramps, one that nobody knows of, and one without.
  void record_three_nights() const {
    record({shown(first, "water"), in_the_morning(first, entry::Cramped{first, well_remembered()}),
            in_the_morning(first, entry::Cramped{first, {}}, std::chrono::minutes{1}),
            ended(unknown, "water", State::missed), in_the_morning(quiet, entry::NoCramp{quiet})});
  }

  [[nodiscard]] Json diary_json(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"diary", "--json"});
    return Json::parse(calmcalf(std::move(more)).out);
  }

  const Night first = night("2026-11-23");
  const Night unknown = night("2026-11-24");
  const Night quiet = night("2026-11-25");
};

TEST_F(DiaryCommand, IsEmptyWhereNothingEverRan) {
  const auto diary = calmcalf({"diary"});
  EXPECT_EQ(diary.status, 0);
  EXPECT_EQ(diary.out, "The diary is empty.\n");
  EXPECT_EQ(calmcalf({"diary", "--json"}).out, "[]\n");
  EXPECT_FALSE(std::filesystem::exists(home_ / own_history));
}

TEST_F(DiaryCommand, IsEmptyWhereOnlyStepsWereAnswered) {
  record({ended(first, "water", State::done)});
  EXPECT_EQ(calmcalf({"diary"}).out, "The diary is empty.\n");
}

TEST_F(DiaryCommand, ShowsNightByNightWhatIsKnown) {
  record_three_nights();
  const auto diary = calmcalf({"diary"});
  EXPECT_EQ(diary.status, 0);
  EXPECT_EQ(diary.out,
            "Monday, 23 November 2026\n"
            "   1  03:10 Tue  left calf, severity 6 of 10, 4 minutes, woke you, after sitting, tried stretch\n"
            "                 after the train\n"
            "   2  some time  a cramp\n"
            "Wednesday, 25 November 2026\n"
            "  no cramp\n");
  EXPECT_THAT(diary.err, IsEmpty());
}

TEST_F(DiaryCommand, GivesProgramsEveryCrampAndEveryNightWithout) {
  record_three_nights();
  const auto json = diary_json();
  ASSERT_EQ(json.size(), 3);
  EXPECT_EQ(json[0].dump(), Json({{"night", "2026-11-23"},
                                  {"number", 1},
                                  {"at", "2026-11-24T03:10:00+01:00"},
                                  {"side", "left"},
                                  {"muscle", "calf"},
                                  {"severity", 6},
                                  {"minutes", 4},
                                  {"woke", true},
                                  {"triggers", {"sitting"}},
                                  {"relief", {"stretch"}},
                                  {"note", "after the train"}})
                                .dump());
  EXPECT_EQ(json[1].dump(), Json({{"night", "2026-11-23"},
                                  {"number", 2},
                                  {"at", nullptr},
                                  {"woke", false},
                                  {"triggers", Json::array()},
                                  {"relief", Json::array()},
                                  {"note", ""}})
                                .dump());
  EXPECT_EQ(json[2].dump(), Json({{"night", "2026-11-25"}, {"no_cramp", true}}).dump());
}

TEST_F(DiaryCommand, ShowsACrampAsItWasPutRight) {
  const auto written = in_the_morning(first, entry::Cramped{first, cramp_of(CrampSide::left)});
  record({written, in_the_morning(first, entry::CrampAmended{first, {written.at, 1}, cramp_of(CrampSide::right)},
                                  std::chrono::minutes{5})});
  EXPECT_THAT(calmcalf({"diary"}).out, EndsWith("   1  some time  right leg\n"));
}

TEST_F(DiaryCommand, ShowsNoCrampThatWasTakenOutUntilThatIsTakenBack) {
  const auto written = in_the_morning(first, entry::Cramped{first, cramp_of(CrampSide::left)});
  record({written, in_the_morning(first, entry::CrampRemoved{first, {written.at, 1}}, std::chrono::minutes{5})});
  EXPECT_EQ(calmcalf({"diary"}).out, "The diary is empty.\n");
  record({in_the_morning(first, entry::DiaryUndone{first}, std::chrono::minutes{6})});
  EXPECT_THAT(calmcalf({"diary"}).out, EndsWith("   1  some time  left leg\n"));
}

TEST_F(DiaryCommand, KeepsToTheNightsThatAreAskedFor) {
  record_three_nights();
  EXPECT_EQ(diary_json({"--until", "2026-11-23"}).size(), 2);
  EXPECT_EQ(diary_json({"--from", "2026-11-24"}).size(), 1);
  EXPECT_EQ(calmcalf({"diary", "--from", "2026-11-24", "--until", "2026-11-24"}).out,
            "The diary says nothing of these nights.\n");
}

TEST_F(DiaryCommand, ReadsTheFileThatIsNamed) {
  record_three_nights();
  std::filesystem::rename(home_ / own_history, home_ / "old.db");
  EXPECT_EQ(diary_json({"--history", "old.db"}).size(), 3);
  EXPECT_EQ(diary_json().size(), 0);
}

TEST_F(DiaryCommand, LetsNoNoteSteerTheTerminal) {
  auto cramp = well_remembered();
  cramp.note = "\033[2J";
  record({in_the_morning(first, entry::Cramped{first, cramp})});
  EXPECT_THAT(calmcalf({"diary"}).out, Not(HasSubstr("\033")));
}

TEST_F(DiaryCommand, SaysInOneLineThatTheFileIsDamaged) {
  write(own_history, "this was never a history, and it is long enough to be looked at as a database might be\n");
  const auto diary = calmcalf({"diary"});
  EXPECT_EQ(diary.status, 1);
  EXPECT_THAT(diary.out, IsEmpty());
  EXPECT_THAT(diary.err, StartsWith("calmcalf: " + (home_ / own_history).string() + ": is damaged"));
  EXPECT_EQ(std::ranges::count(diary.err, '\n'), 1);
}

TEST_F(DiaryCommand, WantsDatesInTheirOrder) {
  const auto diary = calmcalf({"diary", "--from", "2026-11-24", "--until", "2026-11-23"});
  EXPECT_EQ(diary.status, 2);
  EXPECT_THAT(diary.err, EndsWith("See: calmcalf diary --help\n"));
}

}  // namespace
}  // namespace calmcalf
