// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/interchange/histories.hpp"

namespace calmcalf::interchange {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

const Night night{std::chrono::local_days{std::chrono::year{2026} / std::chrono::November / 23}};
const Instant bedtime = at("2026-11-23T22:30:00+01:00");
const Subject water{{night, {"water"}, 2}, bedtime, 1h};

Entry entry_of(entry::Body body) {
  return {bedtime + 5min, 1h, Source::tray, std::move(body)};
}

Cramp full_cramp() {
  Cramp cramp;
  cramp.at = bedtime + 4h;
  cramp.at_offset = 2h;
  cramp.side = CrampSide::both;
  cramp.muscle = Muscle::quadriceps;
  cramp.severity = 10;
  cramp.minutes = 0;
  cramp.woke = true;
  cramp.triggers = {Trigger::exercise, Trigger::alcohol};
  cramp.relief = {Relief::stretch, Relief::warmth};
  cramp.note = "after the long walk";
  return cramp;
}

Entry cramp_with_note(std::string note) {
  Cramp cramp;
  cramp.note = std::move(note);
  return entry_of(entry::Cramped{night, cramp});
}

Ledger one_of_each_kind() {
  return {entry_of(entry::Started{}),
          entry_of(entry::Rescheduled{}),
          entry_of(entry::Shown{water, entry::Shown::Why::first}),
          entry_of(entry::Shown{water, entry::Shown::Why::repeat}),
          entry_of(entry::Shown{water, entry::Shown::Why::again}),
          entry_of(entry::Dismissed{water}),
          entry_of(entry::Snoozed{water, bedtime + 10min}),
          entry_of(entry::Ended{water, State::done}),
          entry_of(entry::Ended{water, State::skipped}),
          entry_of(entry::Ended{water, State::missed}),
          entry_of(entry::Ended{water, State::unseen}),
          entry_of(entry::Ended{water, State::paused}),
          entry_of(entry::Undone{water}),
          entry_of(entry::Paused{bedtime + 24h}),
          entry_of(entry::Resumed{}),
          entry_of(entry::BedtimeMoved{night, 45min}),
          entry_of(entry::BedtimeMoved{night, -45min}),
          entry_of(entry::Cramped{night, full_cramp()}),
          entry_of(entry::Cramped{night, Cramp{}}),
          entry_of(entry::CrampAmended{night, {bedtime, 2}, full_cramp()}),
          entry_of(entry::CrampRemoved{night, {bedtime + 1s, 1}}),
          entry_of(entry::NoCramp{night}),
          entry_of(entry::DiaryUndone{night}),
          entry_of(entry::MorningChecked{night}),
          entry_of(entry::DoctorHinted{night}),
          entry_of(entry::QuestionClosed{night}),
          entry_of(entry::HintClosed{night})};
}

class ExportedHistory : public testing::TestWithParam<Write> {
 protected:
  [[nodiscard]] static std::string written_as(std::span<const IdentifiedEntry> entries) {
    return written(GetParam(), entries);
  }

  static void expect_back(const Ledger& ledger) {
    const auto entries = identified(ledger);
    const auto text = written_as(entries);
    const auto reading = read_text(text);
    EXPECT_THAT(faults_in(reading), IsEmpty()) << text;
    EXPECT_TRUE(reading.entries == entries) << text;
    EXPECT_EQ(written_as(reading.entries), text);
  }
};

INSTANTIATE_TEST_SUITE_P(Formats, ExportedHistory, testing::Values(write_csv, write_json),
                         [](const auto& tried) { return tried.param == Write{write_csv} ? "csv" : "json"; });

TEST_P(ExportedHistory, ComesBackWhateverKindOfEntryItHas) {
  std::vector<bool> kinds(std::variant_size_v<entry::Body>);
  for (const auto& entry : one_of_each_kind()) kinds.at(entry.body.index()) = true;
  EXPECT_EQ(kinds, std::vector<bool>(std::variant_size_v<entry::Body>, true)) << "one of the kinds is not tried";
  for (const auto& entry : one_of_each_kind()) expect_back({entry});
  expect_back(one_of_each_kind());
}

TEST_P(ExportedHistory, ComesBackWithoutAnEntry) {
  expect_back({});
}

TEST_P(ExportedHistory, KeepsWhoSaidItAndWhatTheClockShowed) {
  Ledger ledger;
  for (const auto source :
       {Source::notification, Source::tray, Source::command, Source::bus, Source::service, Source::import})
    for (const Duration offset : {Duration{0}, Duration{-(9h + 30min)}, Duration{14h}, Duration{53min + 28s}})
      ledger.push_back(
          {bedtime, offset, source, entry::Ended{{{night, {"water"}, 1}, bedtime - 1h, offset - 1h}, State::done}});
  expect_back(ledger);
}

TEST_P(ExportedHistory, KeepsANoteWhateverItSays) {
  expect_back({cramp_with_note(R"(it's "quoted", with commas; {"json": [1]} \ \n)"),
               cramp_with_note("zwei\nZeilen\tund\r\n\x01 mehr\n"), cramp_with_note("🐄🦵 小腿 עגל"),
               cramp_with_note(" "), cramp_with_note("\""), cramp_with_note(std::string(100'000, '"'))});
}

TEST_P(ExportedHistory, HasALineForEachEntry) {
  const auto text = written_as(identified({entry_of(entry::Started{}), entry_of(entry::NoCramp{night})}));
  const auto lines = std::ranges::count(text, '\n');
  EXPECT_EQ(lines, GetParam() == Write{write_csv} ? 3 : 4);
}

TEST_P(ExportedHistory, MayHaveAByteOrderMarkAndEndItsLinesEitherWay) {
  const auto entries = identified(one_of_each_kind());
  std::string lines_with_cr;
  std::string lines_without;
  for (const char character : written_as(entries)) {
    if (character == '\r') continue;
    if (character == '\n') lines_with_cr += '\r';
    lines_with_cr += character;
    lines_without += character;
  }
  EXPECT_TRUE(read_text("\xEF\xBB\xBF" + lines_with_cr).entries == entries);
  EXPECT_TRUE(read_text("\xEF\xBB\xBF" + lines_without).entries == entries);
}

TEST_P(ExportedHistory, IsRefusedWhereverItIsCutOff) {
  const auto text = written_as(identified({entry_of(entry::Started{}), cramp_with_note("ü, \"a\nb\"")}));
  for (std::size_t length = 0; length + 1 < text.size(); ++length) {
    // After a whole row nobody can tell that a CSV file had another.
    if (GetParam() == Write{write_csv} && length > 0 && text[length - 1] == '\n' && text[length - 2] == '\r') continue;
    EXPECT_FALSE(read_text(text.substr(0, length)).faults.empty()) << "cut off after " << length << " bytes";
  }
}

TEST(JsonHistory, IsReadWithWhateverWhiteSpaceAndOrder) {
  const auto reading = read_text(R"(
 { "entries" :
   [ { "kind":"cramp" , "night":
       "2026-11-23", "triggers":[ "sitting" ,"alcohol" ], "woke":true,
       "source":"command",
       "severity": 3 , "at":"2026-11-24T07:00:00+01:00",
       "id":"019aaaaa-0000-7000-8000-000000000001"} ],
   "version":1,"format":"calmcalf-history"}

)");
  EXPECT_THAT(faults_in(reading), IsEmpty());
  ASSERT_EQ(reading.entries.size(), 1);
  const auto& cramp = std::get<entry::Cramped>(reading.entries[0].entry.body).cramp;
  EXPECT_EQ(cramp.severity, 3);
  EXPECT_TRUE(cramp.woke);
  EXPECT_THAT(cramp.triggers, ElementsAre(Trigger::sitting, Trigger::alcohol));
}

TEST(JsonHistory, IsWrittenSoThatPeopleCanCompareIt) {
  EXPECT_EQ(written(write_json, identified({entry_of(entry::Ended{water, State::done})})),
            R"({"format":"calmcalf-history","version":1,"entries":[
{"id":"019aaaaa-0000-7000-8000-000000000001","at":"2026-11-23T22:35:00+01:00","source":"tray","kind":"ended","night":"2026-11-23","step":"water","number":2,"due":"2026-11-23T22:30:00+01:00","state":"done"}
]}
)");
}

TEST(CsvHistory, IsReadWithItsColumnsInAnyOrderAndEmptyLines) {
  const auto reading = read_text(
      "kind,night,id,source,at\n"
      "\n"
      "no_cramp,2026-11-23,019aaaaa-0000-7000-8000-000000000001,\"command\",2026-11-24T07:00:00+01:00\n"
      "\n");
  EXPECT_THAT(faults_in(reading), IsEmpty());
  ASSERT_EQ(reading.entries.size(), 1);
  EXPECT_EQ(reading.entries[0].entry,
            (Entry{at("2026-11-24T07:00:00+01:00"), 1h, Source::command, entry::NoCramp{night}}));
}

TEST(CsvHistory, BeginsWithTheNamesOfItsColumns) {
  EXPECT_THAT(written(write_csv, {}), StartsWith("id,at,source,kind,night,step,number,due,state,why,until,by,"));
  EXPECT_THAT(written(write_csv, identified({cramp_with_note("a \"b\"")})), HasSubstr(",\"a \"\"b\"\"\"\r\n"));
}

TEST(KnownEntries, AreLeftOut) {
  const auto entries = identified(one_of_each_kind());
  auto reading = read_text(written(write_json, entries));
  leave_out_known(reading, std::span{entries}.subspan(1));
  EXPECT_TRUE(reading.faults.empty());
  ASSERT_EQ(reading.entries.size(), 1);
  EXPECT_EQ(reading.entries[0], entries[0]);
}

TEST(KnownEntries, AreRefusedWithOtherValues) {
  auto entries = identified({entry_of(entry::Started{}), entry_of(entry::NoCramp{night})});
  auto reading = read_text(written(write_json, entries));
  entries[1].entry.source = Source::bus;
  leave_out_known(reading, entries);
  EXPECT_THAT(faults_in(reading),
              ElementsAre("3: id: 019aaaaa-0000-7000-8000-000000000002 is in the history with other values; what was "
                          "recorded is never changed"));
}

}  // namespace
}  // namespace calmcalf::interchange
