// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <sstream>

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

const Night first = night("2026-11-01");

class StatsCommand : public AHome {
 protected:
  void record(const Ledger& ledger) const { SqliteHistory::open_for_service(home_ / own_history)->append(ledger); }

  /// Water over five nights, a walk of which nothing was missed, and what the diary knows of two nights.
  void record_five_nights() const {
    record({ended(first, "water", State::done), ended(first + 1, "water", State::missed),
            ended(first + 2, "water", State::skipped), ended(first + 3, "water", State::done),
            ended(first + 4, "water", State::done), ended(first, "heel-walk", State::done), cramped(first),
            cramped(first), no_cramp(first + 1), shown(first + 4, "heel-walk")});
  }

  [[nodiscard]] Json stats_json(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"stats", "--json"});
    return Json::parse(calmcalf(std::move(more)).out);
  }
};

TEST_F(StatsCommand, SayThatThereIsNothingYet) {
  const auto stats = calmcalf({"stats"});
  EXPECT_EQ(stats.status, 0);
  EXPECT_THAT(stats.out, StartsWith("There is nothing to count yet"));
  EXPECT_FALSE(std::filesystem::exists(home_ / own_history));
}

TEST_F(StatsCommand, GiveProgramsTheSameKeysWhereNothingEverRan) {
  EXPECT_EQ(stats_json(), Json::parse(R"({
    "nights": 0, "steps": {},
    "cramps": {"nights_known": 0, "nights_with": 0, "per_week": null},
    "comparison": {
      "with": {"k": 0, "n": 0, "low": null, "high": null},
      "without": {"k": 0, "n": 0, "low": null, "high": null},
      "difference": null,
      "says": "Cannot tell yet: the diary needs 10 more nights with the routine done and 10 more other nights. This cannot show that the routine caused the difference."}})"));
}

TEST_F(StatsCommand, ShowEachStepCrampsAndTheComparison) {
  record_five_nights();
  const auto stats = calmcalf({"stats"});
  EXPECT_EQ(stats.status, 0);
  EXPECT_EQ(stats.out,
            "Steps, in 5 nights\n"
            "  heel-walk  done 1 of 1  1 night in a row   strength   5 %\n"
            "  water      done 3 of 5  2 nights in a row  strength  15 %\n"
            "             1 skipped, 1 missed\n"
            "\n"
            "Cramps\n"
            "  1 of 2 nights known with a cramp; 2 cramps, 7.0 a week\n"
            "\n"
            "Routine and cramps\n"
            "  with the routine done  1 of 1 nights with a cramp\n"
            "  other nights           0 of 1 nights with a cramp\n"
            "  Cannot tell yet: the diary needs 9 more nights with the routine done and 9\n"
            "  more other nights.\n"
            "  This cannot show that the routine caused the difference.\n");
  EXPECT_THAT(stats.err, IsEmpty());
}

TEST_F(StatsCommand, ShowIntervalsFromTenNightsOn) {
  record(compared_nights(first, {3, 10}, {6, 10}));
  EXPECT_THAT(calmcalf({"stats"}).out,
              HasSubstr("  with the routine done  3 of 10 nights with a cramp: 30 % (11 % to 60 %)\n"
                        "  other nights           6 of 10 nights with a cramp: 60 % (31 % to 83 %)\n"
                        "  difference             -30 points (-60 to +12)\n"
                        "  Cannot tell yet: nights with the routine done may have cramps less often than\n"
                        "  other nights, as often, or more often.\n"
                        "  This cannot show that the routine caused the difference.\n"));
}

TEST_F(StatsCommand, SayWhichNightsHadCrampsLessOften) {
  record(compared_nights(night("2026-06-01"), {18, 60}, {30, 60}));
  const auto stats = calmcalf({"stats"});
  EXPECT_THAT(stats.out, HasSubstr("  difference             -20 points (-36 to -2.5)\n"
                                   "  Nights with the routine done had cramps less often than other nights.\n"
                                   "  This cannot show that the routine caused the difference.\n"));
}

TEST_F(StatsCommand, GiveProgramsEveryFigure) {
  record_five_nights();
  const auto json = stats_json();
  EXPECT_EQ(json.at("nights"), 5);
  const auto& water = json.at("steps").at("water");
  const auto strength = water.at("strength").get<double>();
  EXPECT_EQ(water.dump(), Json({{"due", 5},
                                {"done", 3},
                                {"skipped", 1},
                                {"missed", 1},
                                {"unseen", 0},
                                {"paused", 0},
                                {"streak", 2},
                                {"strength", strength}})
                              .dump());
  constexpr double kept = 0.948078;  // 0.5 to the 13th part
  EXPECT_NEAR(strength, (1 - kept) * (kept * kept * kept + kept + 1), 1e-5);
  EXPECT_EQ(json.at("cramps"), Json::parse(R"({"nights_known": 2, "nights_with": 1, "per_week": 7.0})"));
}

TEST_F(StatsCommand, GiveProgramsProportionsAndPercentagePoints) {
  record(compared_nights(first, {3, 10}, {6, 10}));
  const auto comparison = stats_json().at("comparison");
  EXPECT_EQ(comparison.at("with").at("k"), 3);
  EXPECT_EQ(comparison.at("with").at("n"), 10);
  EXPECT_NEAR(comparison.at("with").at("low").get<double>(), 0.1078, 0.0001);
  EXPECT_NEAR(comparison.at("with").at("high").get<double>(), 0.6032, 0.0001);
  EXPECT_NEAR(comparison.at("difference").at("points").get<double>(), -30, 1e-9);
  EXPECT_NEAR(comparison.at("difference").at("low").get<double>(), -60, 0.5);
  EXPECT_NEAR(comparison.at("difference").at("high").get<double>(), 12, 0.5);
}

TEST_F(StatsCommand, AreOfTheNightsThatAreAskedForAlone) {
  record_five_nights();
  EXPECT_EQ(stats_json({"--from", "2026-11-02"}).at("steps").at("water").at("due"), 4);
  EXPECT_FALSE(stats_json({"--from", "2026-11-02"}).at("steps").contains("heel-walk"));
  EXPECT_EQ(stats_json({"--until", "2026-11-01"}).at("nights"), 1);
  EXPECT_EQ(stats_json({"--from", "2026-11-03"}).at("cramps").at("nights_known"), 0);
  EXPECT_EQ(calmcalf({"stats", "--from", "2027-01-01"}).out, "There is nothing to count in these nights.\n");
}

TEST_F(StatsCommand, ExplainEachFigureWithItsNumbers) {
  record_five_nights();
  const auto out = calmcalf({"stats", "--explain"}).out;
  EXPECT_THAT(out, HasSubstr("    Done 3 of 5: 3 done + 1 skipped + 1 missed + 0 unseen + 0 paused = 5.\n"
                             "    2 nights in a row: last broken in the night of 2026-11-02, with 0 of 1 done.\n"
                             "    Strength 15 %: 0.099 before the night of 2026-11-05 x 0.948 + 1 of 1 done x\n"
                             "    0.052 = 0.145.\n"));
  EXPECT_THAT(out, HasSubstr("    1 night in a row: it was done whenever it counted.\n"));
  EXPECT_THAT(out, HasSubstr("    A week: 2 cramps / 2 nights known x 7 = 7.00.\n"));
  EXPECT_THAT(out, HasSubstr("    Of 3 nights more the diary says nothing: they count nowhere here.\n"));
  EXPECT_THAT(out, HasSubstr("Compared: 2 of 2 nights known. Left out: 0 in which"));
}

TEST_F(StatsCommand, ExplainTheIntervalsByName) {
  record(compared_nights(first, {3, 10}, {6, 10}));
  auto out = calmcalf({"stats", "--explain"}).out;
  std::ranges::replace(out, '\n', ' ');
  for (auto two = out.find("  "); two != std::string::npos; two = out.find("  ")) out.erase(two, 1);
  EXPECT_THAT(out, HasSubstr("Wilson's 95 % interval of 3 of 10: its middle is (3 + 1.92) / (10 + 3.84) = 35.6 %, and "
                             "it goes 1.96 x sqrt(3 x 7 / 10 + 0.96) / (10 + 3.84) = 24.8 % to either side."));
  EXPECT_THAT(out, HasSubstr("The difference is 30.0 % - 60.0 % = -30.0. Newcombe's 95 % interval puts the two of "
                             "Wilson's together: from -30.0 - sqrt((30.0 - 10.8)^2 + (83.2 - 60.0)^2) = -60.1 to "
                             "-30.0 + sqrt((60.3 - 30.0)^2 + (60.0 - 31.3)^2) = +11.8."));
}

TEST_F(StatsCommand, KeepTheirLinesToEightyColumns) {
  record(compared_nights(first, {3, 10}, {6, 10}));
  std::istringstream lines{calmcalf({"stats", "--explain"}).out};
  for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 80U) << line;
}

TEST_F(StatsCommand, AreExplainedFaintlyOnATerminal) {
  record_five_nights();
  EXPECT_THAT(calmcalf_to(Out::terminal, {"stats", "--explain"}).out, HasSubstr("\033[2mA week: 2 cramps"));
  EXPECT_THAT(calmcalf({"stats", "--explain"}).out, Not(HasSubstr("\033")));
}

TEST_F(StatsCommand, WantDatesInTheirOrder) {
  const auto stats = calmcalf({"stats", "--from", "2026-11-24", "--until", "2026-11-23"});
  EXPECT_EQ(stats.status, 2);
  EXPECT_THAT(stats.err, EndsWith("See: calmcalf stats --help\n"));
}

TEST_F(StatsCommand, SayInOneLineThatTheFileIsDamaged) {
  write(own_history, "this was never a history, and it is long enough to be looked at as a database might be\n");
  const auto stats = calmcalf({"stats"});
  EXPECT_EQ(stats.status, 1);
  EXPECT_THAT(stats.out, IsEmpty());
  EXPECT_THAT(stats.err, HasSubstr("is damaged"));
}

}  // namespace
}  // namespace calmcalf
