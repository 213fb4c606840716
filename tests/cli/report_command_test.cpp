// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
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

class ReportCommand : public AHome {
 protected:
  static constexpr const char* usual_file = ".local/share/calmcalf/report.html";

  void record_a_night() const {
    const auto first = night("2025-11-01");
    SqliteHistory::open_for_service(home_ / own_history)
        ->append(Ledger{ended(first, "water", State::done), cramped(first)});
  }

  void write_schedule() const { write(own_schedule, "[bedtime]\ntime = 22:30:00\n[[step]]\nuse = \"water\"\n"); }
};

TEST_F(ReportCommand, WritesAPageBesideTheHistoryAndSaysWhere) {
  write_schedule();
  record_a_night();
  const auto report = calmcalf({"report"});
  EXPECT_EQ(report.status, 0);
  EXPECT_EQ(report.out, (home_.path() / usual_file).string() + '\n');
  EXPECT_THAT(report.err, IsEmpty());
  EXPECT_THAT(content_of(usual_file), StartsWith("<!DOCTYPE html>"));
  EXPECT_THAT(content_of(usual_file), HasSubstr("1 November 2025"));
  EXPECT_EQ(std::filesystem::status(home_ / usual_file).permissions(), std::filesystem::perms{0600});
}

TEST_F(ReportCommand, WritesWhereItIsTold) {
  write_schedule();
  EXPECT_EQ(calmcalf({"report", "--output", "legs.html"}).out, "legs.html\n");
  EXPECT_THAT(content_of("legs.html"), HasSubstr("Your nights will be here"));
  EXPECT_EQ(calmcalf({"report", "--output", "legs.html", "--json"}).out, "{\"file\":\"legs.html\"}\n");
  EXPECT_FALSE(std::filesystem::exists(home_ / usual_file));
}

TEST_F(ReportCommand, WritesToStandardOutput) {
  write_schedule();
  EXPECT_THAT(calmcalf({"report", "--output", "-"}).out, StartsWith("<!DOCTYPE html>"));
  const auto both = calmcalf({"report", "--output", "-", "--json"});
  EXPECT_EQ(both.status, 2);
  EXPECT_THAT(both.err, EndsWith("See: calmcalf report --help\n"));
}

TEST_F(ReportCommand, DoesWithoutAUsableSchedule) {
  write(own_schedule, "[bedtime]\n");
  record_a_night();
  const auto report = calmcalf({"report", "--output", "-"});
  EXPECT_EQ(report.status, 0);
  EXPECT_THAT(report.err, HasSubstr("tonight is not in the report"));
  EXPECT_THAT(report.out, HasSubstr("A glass of water"));
}

TEST_F(ReportCommand, IsOfTheNightsThatAreAskedForAlone) {
  write_schedule();
  record_a_night();
  EXPECT_THAT(calmcalf({"report", "--output", "-", "--until", "2025-10-31"}).out,
              HasSubstr("Nothing was recorded of the nights that were asked for."));
  EXPECT_THAT(calmcalf({"report", "--output", "-", "--until", "2025-11-02"}).out,
              HasSubstr("The nights from 1 November 2025 to 2 November 2025."));
}

TEST_F(ReportCommand, LeavesWhatCannotBeWrittenAsItIs) {
  write_schedule();
  const auto report = calmcalf({"report", "--output", "/dev/full"});
  EXPECT_EQ(report.status, 1);
  EXPECT_THAT(report.err, HasSubstr("/dev/full: is no ordinary file"));
  EXPECT_THAT(report.err, Not(HasSubstr("terminate")));
}

TEST_F(ReportCommand, SaysThatTheHistoryIsDamaged) {
  write_schedule();
  write(own_history, "this was never a history, and it is long enough to be looked at as a database might be\n");
  const auto report = calmcalf({"report"});
  EXPECT_EQ(report.status, 1);
  EXPECT_THAT(report.err, HasSubstr("is damaged"));
  EXPECT_FALSE(std::filesystem::exists(home_ / usual_file));
}

TEST_F(ReportCommand, HasItsCalendarInTheTerminal) {
  EXPECT_EQ(calmcalf({"history", "--calendar"}).out, "Nothing has been recorded yet.\n");
  record_a_night();
  EXPECT_THAT(calmcalf({"history", "--calendar"}).out, HasSubstr("               ●! ·\n"));
  EXPECT_EQ(Json::parse(calmcalf({"history", "--calendar", "--json"}).out),
            Json::parse(R"([{"night": "2025-11-01", "steps_done": 1, "steps": 1, "cramps": 1}])"));
}

}  // namespace
}  // namespace calmcalf
