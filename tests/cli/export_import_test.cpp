// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/sqlite/sqlite_history.hpp"
#include "cli/a_home.hpp"
#include "domain/iso8601.hpp"

namespace calmcalf {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class ExportAndImport : public AHome {
 protected:
  static Instant berlin_time(const char* local) {
    return Instant{parse_local_time(local).value().time_since_epoch() - std::chrono::hours{1}};
  }
  static Entry entry(const char* at, Source source, entry::Body body) {
    return {berlin_time(at), std::chrono::hours{1}, source, std::move(body)};
  }

  /// Two nights, in the user's own history.
  void record_two_nights() const {
    const auto night = parse_night("2025-11-23").value();
    const Subject water{{night, {"water"}, 1}, berlin_time("2025-11-23T20:30"), std::chrono::hours{1}};
    Cramp cramp;
    cramp.at = berlin_time("2025-11-25T03:10");
    cramp.side = CrampSide::left;
    cramp.triggers = {Trigger::sitting, Trigger::alcohol};
    cramp.note = "it \"bit\",\nthen went";
    SqliteHistory::open_for_service(home_ / own_history)
        ->append(Ledger{entry("2025-11-23T20:00", Source::service, entry::Started{}),
                        entry("2025-11-23T20:30", Source::service, entry::Shown{water}),
                        entry("2025-11-23T20:41", Source::notification, entry::Ended{water, State::done}),
                        entry("2025-11-25T07:00", Source::command, entry::Cramped{night.next(), cramp})});
  }

  [[nodiscard]] std::vector<IdentifiedEntry> entries_in(const std::string& history) const {
    return SqliteHistory::open_for_reading(home_ / history)->load_identified({}, {});
  }

  [[nodiscard]] std::string exported(std::vector<std::string> more) const {
    more.insert(more.begin(), "export");
    const auto finished = calmcalf(std::move(more));
    EXPECT_EQ(finished.status, 0) << finished.err;
    return finished.out;
  }

  [[nodiscard]] FinishedProgram import_from_input(const std::string& text) const {
    auto run = run_of({"import", "-"});
    run.in = text;
    return finish(run);
  }

  void expect_refused(const std::string& content, const std::string& why) const {
    const auto file = write("given", content);
    const auto before =
        std::filesystem::exists(home_ / own_history) ? entries_in(own_history) : std::vector<IdentifiedEntry>{};
    const auto import = calmcalf({"import", file});
    EXPECT_EQ(import.status, 1);
    EXPECT_THAT(import.out, IsEmpty());
    EXPECT_THAT(import.err, StartsWith("calmcalf: nothing was imported:\ngiven:"));
    EXPECT_THAT(import.err, HasSubstr(why));
    if (!before.empty()) {
      EXPECT_TRUE(entries_in(own_history) == before);
    } else {
      EXPECT_FALSE(std::filesystem::exists(home_ / own_history));
    }
  }
};

TEST_F(ExportAndImport, LoseNothingInEitherFormat) {
  record_two_nights();
  for (const std::string format : {"csv", "json"}) {
    const auto first = exported({"--format", format});
    const auto file = write("all." + format, first);
    const auto other = format + ".db";
    const auto import = calmcalf({"import", file, "--history", other});
    EXPECT_EQ(import.status, 0) << import.err;
    EXPECT_EQ(import.out, "4 new entries, 0 known already\n");
    EXPECT_TRUE(entries_in(other) == entries_in(own_history));
    EXPECT_EQ(exported({"--format", format, "--history", other}), first);
  }
}

TEST_F(ExportAndImport, ChangeNothingTheSecondTime) {
  record_two_nights();
  const auto before = entries_in(own_history);
  const auto file = write("all.json", exported({"--format", "json"}));
  EXPECT_EQ(calmcalf({"import", file}).out, "0 new entries, 4 known already\n");
  EXPECT_EQ(Json::parse(calmcalf({"import", "--json", file}).out), Json({{"new", 0}, {"known", 4}}));
  EXPECT_TRUE(entries_in(own_history) == before);
}

TEST_F(ExportAndImport, BringTwoMachinesTogetherBesideARunningService) {
  record_two_nights();
  const auto theirs = exported({"--format", "json"});
  std::filesystem::rename(home_ / own_history, home_ / "theirs.db");
  const auto service = SqliteHistory::open_for_service(home_ / own_history);
  service->append(Ledger{entry("2025-11-26T20:00", Source::service, entry::Started{})});
  const auto import = import_from_input(theirs);
  EXPECT_EQ(import.out, "4 new entries, 0 known already\n") << import.err;
  service->append(Ledger{entry("2025-11-26T21:00", Source::service, entry::Started{})});
  EXPECT_EQ(service->load({}, {}).size(), 6);
}

TEST_F(ExportAndImport, ExportsCsvUnlessToldOtherwise) {
  record_two_nights();
  EXPECT_EQ(exported({}), exported({"--format", "csv"}));
  EXPECT_THAT(exported({}), StartsWith("id,at,source,kind,night,"));
  EXPECT_EQ(exported({"--json"}), exported({"--format", "json"}));
  EXPECT_EQ(Json::parse(exported({"--json"}))["entries"].size(), 4);
}

TEST_F(ExportAndImport, KeepToTheNightsThatAreAskedFor) {
  record_two_nights();
  EXPECT_EQ(Json::parse(exported({"--json", "--from", "2025-11-24"}))["entries"].size(), 1);
  EXPECT_EQ(Json::parse(exported({"--json", "--until", "2025-11-23"}))["entries"].size(), 3);
}

TEST_F(ExportAndImport, ExportsNothingWhereNothingEverRan) {
  EXPECT_EQ(Json::parse(exported({"--json"})),
            Json({{"format", "calmcalf-history"}, {"version", 1}, {"entries", Json::array()}}));
  EXPECT_EQ(std::ranges::count(exported({}), '\n'), 1);
  EXPECT_FALSE(std::filesystem::exists(home_ / own_history));
  const auto import = import_from_input(exported({"--json"}));
  EXPECT_EQ(import.out, "0 new entries, 0 known already\n");
  EXPECT_FALSE(std::filesystem::exists(home_ / own_history));
}

TEST_F(ExportAndImport, WritesAFileInThePlaceOfAnother) {
  record_two_nights();
  write("all.csv", "an older one");
  EXPECT_THAT(exported({"--output", "all.csv"}), IsEmpty());
  EXPECT_EQ(content_of("all.csv"), exported({}));
  std::filesystem::create_directories(home_ / "folder");
  const auto refused = calmcalf({"export", "--output", "folder"});
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.err, HasSubstr("folder: is no ordinary file, and is left as it is"));
}

TEST_F(ExportAndImport, LeavesTheFileAsItWasWhereTheExportFails) {
  write("a.toml", "not a schedule");
  write("routine.ics", "the last one");
  EXPECT_EQ(calmcalf({"export", "--format", "ics", "--schedule", "a.toml", "--output", "routine.ics"}).status, 1);
  EXPECT_EQ(content_of("routine.ics"), "the last one");
}

TEST_F(ExportAndImport, ExportsTheRoutineAsACalendarWithoutAHistory) {
  write(own_schedule, "[bedtime]\ntime = 22:30:00\n[[step]]\nuse = \"water\"\n");
  const auto calendar = exported({"--format", "ics", "--from", "2026-11-23"});
  EXPECT_THAT(calendar, AllOf(StartsWith("BEGIN:VCALENDAR\r\n"), EndsWith("END:VCALENDAR\r\n")));
  EXPECT_THAT(calendar, HasSubstr("DTSTART;TZID=Europe/Berlin:20261123T203000\r\nRRULE:FREQ=DAILY\r\n"));
}

TEST_F(ExportAndImport, RefuseWhatTheyDoNotKnow) {
  const auto said_to = [&](std::vector<std::string> arguments) {
    const auto finished = calmcalf(std::move(arguments));
    EXPECT_EQ(finished.status, 2);
    return finished.err;
  };
  EXPECT_THAT(said_to({"export", "--format", "xml"}), HasSubstr("--format is one of csv, json, ics, not \"xml\""));
  EXPECT_THAT(said_to({"export", "--format", "csv", "--json"}), HasSubstr("two formats"));
  EXPECT_THAT(said_to({"export", "--format", "ics", "--until", "2026-11-23"}), HasSubstr("has no --until"));
  EXPECT_THAT(said_to({"export", "--from", "2026-11-23", "--until", "2026-11-22"}), HasSubstr("before --from"));
  EXPECT_THAT(said_to({"import"}), HasSubstr("import needs a FILE"));
}

TEST_F(ExportAndImport, SayWhyAFileCannotBeRead) {
  EXPECT_THAT(calmcalf({"import", "nowhere"}).err, HasSubstr("nowhere: cannot be read: No such file"));
  std::filesystem::create_directories(home_ / "folder");
  EXPECT_THAT(calmcalf({"import", "folder"}).err, HasSubstr("folder: this is a folder"));
  EXPECT_EQ(calmcalf({"import", "folder"}).status, 1);
}

TEST_F(ExportAndImport, RefuseWhatIsCutInHalfAndBeginNoHistory) {
  record_two_nights();
  const auto json = exported({"--json"});
  const auto csv = exported({});
  std::filesystem::remove_all((home_ / own_history).parent_path());
  expect_refused(json.substr(0, json.size() / 2), "cut off");
  expect_refused(csv.substr(0, csv.size() / 2), "cut off");
  expect_refused("", "given:1: the file is empty");
  expect_refused("a,b\n1,2\n", "given:1: this is no history that Calmcalf exported");
}

TEST_F(ExportAndImport, RefuseAnIdThatTheHistoryHasWithOtherValues) {
  record_two_nights();
  auto json = exported({"--json"});
  const auto place = json.find("\"done\"");
  ASSERT_NE(place, std::string::npos);
  json.replace(place, 6, "\"missed\"");
  expect_refused(json, "given:4: id: ");
  expect_refused(json, "is in the history with other values");
}

TEST_F(ExportAndImport, TellTwentyFaultsAndHowManyMore) {
  std::string csv = "id,at,source,kind\n";
  for (int i = 0; i < 22; ++i) csv += "x,,,\n";
  const auto import = import_from_input(csv);
  EXPECT_EQ(import.status, 1);
  EXPECT_EQ(std::ranges::count(import.err, '\n'), 22);
  EXPECT_THAT(import.err, HasSubstr("\nstandard input:2: entry 1: id: "));
  EXPECT_THAT(import.err, EndsWith("\nand 2 more faults\n"));
}

}  // namespace
}  // namespace calmcalf
