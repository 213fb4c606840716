// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/interchange/histories.hpp"

namespace calmcalf::interchange {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::SizeIs;
using testing::StartsWith;

constexpr const char* header =
    "id,at,source,kind,night,step,number,due,state,why,until,by,cramp_recorded,cramp_place,cramp_at,side,muscle,"
    "severity,minutes,woke,triggers,relief,note\n";

/// A file of which the third line is at fault.
struct Refused {
  std::string csv;   ///< its row
  std::string json;  ///< its entry
  std::string why;
};

std::string csv_with(const std::string& row) {
  return std::string{header} +
         "019aaaaa-0000-7000-8000-0000000000ff,2026-11-23T20:00:00+01:00,service,started,,,,,,,,,,,,,,,,,,,\n" + row +
         "\n";
}

std::string json_with(const std::string& entry) {
  return R"({"format":"calmcalf-history","version":1,"entries":[
{"id":"019aaaaa-0000-7000-8000-0000000000ff","at":"2026-11-23T20:00:00+01:00","source":"service","kind":"started"},
)" + entry +
         "\n]}\n";
}

/// The same entry in both formats, from what is beyond id, time and source.
Refused wrong(const std::string& csv, const std::string& json, const std::string& why) {
  return {"019aaaaa-0000-7000-8000-000000000001,2026-11-24T07:00:00+01:00,command," + csv,
          R"({"id":"019aaaaa-0000-7000-8000-000000000001","at":"2026-11-24T07:00:00+01:00","source":"command",)" +
              json + "}",
          why};
}

/// A cramp, one of whose details is wrong.
Refused wrong_cramp(const std::string& csv, const std::string& json, const std::string& why) {
  return wrong("cramp,2026-11-23,,,,,,,,,," + csv, R"("kind":"cramp","night":"2026-11-23",)" + json, why);
}

/// How an occurrence ended, one value of which is wrong.
Refused wrong_end(const std::string& csv, const std::string& json, const std::string& why) {
  return wrong("ended," + csv + ",,,,,,,,,,,,,,", R"("kind":"ended",)" + json, why);
}

class RefusedHistory : public testing::TestWithParam<Refused> {};

TEST_P(RefusedHistory, IsToldOfWithItsLineWhateverTheFormat) {
  const auto& [csv, json, why] = GetParam();
  EXPECT_THAT(faults_in(read_text(csv_with(csv))), ElementsAre("3: entry 2: " + why)) << csv;
  EXPECT_THAT(faults_in(read_text(json_with(json))), ElementsAre("3: entry 2: " + why)) << json;
}

INSTANTIATE_TEST_SUITE_P(
    Each, RefusedHistory,
    testing::Values(
        wrong_cramp(",,,11,,,,,", R"("severity":11)", "severity: is \"11\"; a whole number from 0 to 10 is needed"),
        wrong_cramp(",,,-1,,,,,", R"("severity":-1)", "severity: is \"-1\"; a whole number from 0 to 10 is needed"),
        wrong_cramp(",,,2.5,,,,,", R"("severity":2.5)", "severity: is \"2.5\"; a whole number from 0 to 10 is needed"),
        wrong_cramp(",,,99999999999999999999,,,,,", R"("severity":99999999999999999999)",
                    "severity: is \"99999999999999999999\"; a whole number from 0 to 10 is needed"),
        wrong_cramp(",,,,1441,,,,", R"("minutes":1441)",
                    "minutes: is \"1441\"; a whole number from 0 to 1440 is needed"),
        wrong_cramp(",,toe,,,,,,", R"("muscle":"toe")",
                    "muscle: \"toe\" is not known here; was it written by a newer Calmcalf?"),
        wrong_cramp(",middle,,,,,,,", R"("side":"middle")",
                    "side: \"middle\" is not known here; was it written by a newer Calmcalf?"),
        wrong_cramp(",,,,,,sitting;moon,,", R"("triggers":["sitting","moon"])",
                    "triggers: \"moon\" is not known here; was it written by a newer Calmcalf?"),
        wrong_cramp(",,,,,,,prayer,", R"("relief":["prayer"])",
                    "relief: \"prayer\" is not known here; was it written by a newer Calmcalf?"),
        wrong_cramp("2026-11-24T12:00:01+01:00,,,,,,,,", R"("cramp_at":"2026-11-24T12:00:01+01:00")",
                    "cramp_at: \"2026-11-24T12:00:01+01:00\" is in the future; a cramp is written down once it was"),
        wrong_cramp("2026-11-24T02:00:00,,,,,,,,", R"("cramp_at":"2026-11-24T02:00:00")",
                    "cramp_at: \"2026-11-24T02:00:00\" is no time with an offset, such as 2026-11-23T22:30:00+01:00"),
        wrong("cramp,2026-11-26,,,,,,,,,,,,,,,,,,", R"("kind":"cramp","night":"2026-11-26")",
              "night: \"2026-11-26\" is in the future; a cramp is written down once it was"),
        wrong("cramp,,,,,,,,,,,,,,,,,,,", R"("kind":"cramp")", "night: is missing"),
        wrong("cramp,2026-02-29,,,,,,,,,,,,,,,,,,", R"("kind":"cramp","night":"2026-02-29")",
              "night: \"2026-02-29\" is no date, such as 2026-11-23"),
        wrong("slept,,,,,,,,,,,,,,,,,,,", R"("kind":"slept")",
              "kind: \"slept\" is not known here; was it written by a newer Calmcalf?"),
        wrong("started,,,,,,,,,,,,,,4,,,,,", R"("kind":"started","severity":4)",
              "severity: does not belong to an entry of kind started; leave it out"),
        wrong_end(
            "2026-11-23,water,1,2026-11-23T20:30:00+01:00,waiting",
            R"("night":"2026-11-23","step":"water","number":1,"due":"2026-11-23T20:30:00+01:00","state":"waiting")",
            "state: waiting is no end: done, skipped, missed, unseen or paused is needed"),
        wrong_end(
            "2026-11-23,water,1,2026-11-23T20:30:00+01:00,dreamt",
            R"("night":"2026-11-23","step":"water","number":1,"due":"2026-11-23T20:30:00+01:00","state":"dreamt")",
            "state: \"dreamt\" is not known here; was it written by a newer Calmcalf?"),
        wrong_end("2026-11-23,water,0,2026-11-23T20:30:00+01:00,done",
                  R"("night":"2026-11-23","step":"water","number":0,"due":"2026-11-23T20:30:00+01:00","state":"done")",
                  "number: is \"0\"; a whole number from 1 to 9999 is needed"),
        wrong_end("2026-11-23,Water,1,2026-11-23T20:30:00+01:00,done",
                  R"("night":"2026-11-23","step":"Water","number":1,"due":"2026-11-23T20:30:00+01:00","state":"done")",
                  "step: \"Water\" is no step's id: 1 to 64 of a-z, 0-9 and -"),
        wrong("bedtime_moved,2026-11-23,,,,,,,86401,,,,,,,,,,,",
              R"("kind":"bedtime_moved","night":"2026-11-23","by":86401)",
              "by: is \"86401\"; a whole number from -86400 to 86400 is needed")));

std::string row_of(const std::string& id, const std::string& source = "service") {
  return id + ",2026-11-23T20:00:00+01:00," + source + ",started,,,,,,,,,,,,,,,,,,,\n";
}

TEST(RefusedIds, AreThoseThatAreNoUuid) {
  EXPECT_THAT(faults_in(read_text(header + row_of("7"))),
              ElementsAre("2: entry 1: id: \"7\" is no UUID in small letters, such as "
                          "019a1b2c-3d4e-7f5a-8b6c-7d8e9f0a1b2c"));
}

TEST(RefusedIds, AreThoseOfTwoEntriesThatDiffer) {
  EXPECT_THAT(faults_in(read_text(header + row_of(id_of(1)) + row_of(id_of(1), "bus"))),
              ElementsAre("3: entry 2: id: is that of line 2, too, with other values; each entry has one of its own"));
  EXPECT_THAT(read_text(header + row_of(id_of(1)) + row_of(id_of(1))).entries, SizeIs(1));
}

TEST(RefusedText, IsThatOfNoUtf8OrWithNulBytes) {
  EXPECT_THAT(faults_in(read_text(header + row_of("\xff"))), ElementsAre("2: the text is not UTF-8; save it as UTF-8"));
  EXPECT_THAT(faults_in(read_text(header + row_of("\xed\xa0\x80"))), ElementsAre(HasSubstr("not UTF-8")));
  EXPECT_THAT(faults_in(read_text(header + row_of("\xc0\x80"))), ElementsAre(HasSubstr("not UTF-8")));
  EXPECT_THAT(faults_in(read_text(json_with("\"\xff\""))), ElementsAre("3: the text is not UTF-8; save it as UTF-8"));
  EXPECT_THAT(faults_in(read_text(json_with(std::string{"\0", 1}))), ElementsAre(StartsWith("3: there is a NUL byte")));
  EXPECT_THAT(faults_in(read_text(std::string{"SQLite format 3\0", 16})), ElementsAre(HasSubstr("NUL byte")));
  const auto noted = wrong_cramp(",,,,,,,,", R"("note":"a\u0000b")", "");
  EXPECT_THAT(faults_in(read_text(json_with(noted.json))), ElementsAre(HasSubstr("note: has a NUL character")));
}

TEST(RefusedFiles, AreEmptyOnes) {
  for (const auto* text : {"", "\n \r\n", "\xEF\xBB\xBF"})
    EXPECT_THAT(faults_in(read_text(text)), ElementsAre("1: the file is empty; name one that calmcalf export wrote"));
}

TEST(RefusedFiles, AreThoseOfOtherPrograms) {
  for (const auto* text :
       {"{}", "[]", "[1]", R"({"name":"x"})", R"({"format":"other-program","version":1})", R"({"a":{"b":[1]}})",
        "date,weight\n2026-11-23,70\n", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"})
    EXPECT_THAT(faults_in(read_text(text)), ElementsAre(HasSubstr("no history that Calmcalf exported"))) << text;
}

TEST(RefusedFiles, AreThoseOfNewerVersions) {
  EXPECT_THAT(faults_in(read_text(R"({"format":"calmcalf-history","version":2,"entries":[]})")),
              ElementsAre(HasSubstr("newer Calmcalf (its format is 2, the newest known here 1)")));
  EXPECT_THAT(faults_in(read_text(R"({"format":"calmcalf-history","version":1,"more":1,"entries":[]})")),
              ElementsAre(HasSubstr("\"more\" is not known here; was it written by a newer Calmcalf?")));
  EXPECT_THAT(faults_in(read_text("id,at,source,kind,mood\n")),
              ElementsAre("1: the column \"mood\" is not known here; was it written by a newer Calmcalf?"));
  EXPECT_THAT(faults_in(read_text(json_with(wrong("", R"("kind":"started","mood":"good")", "").json))),
              ElementsAre("3: entry 2: \"mood\" is not known here; was it written by a newer Calmcalf?"));
}

TEST(RefusedFiles, AreThoseOfAnotherShape) {
  const auto fault_of = [](const std::string& text) { return faults_in(read_text(text)); };
  const std::string begin = R"({"format":"calmcalf-history","version":1,)";
  EXPECT_THAT(fault_of(R"({"format":"calmcalf-history"})"),
              ElementsAre("1: \"version\" is missing; export the history again"));
  EXPECT_THAT(fault_of(R"({"format":"calmcalf-history","version":1})"),
              ElementsAre("1: \"entries\" is missing; export the history again"));
  EXPECT_THAT(fault_of(begin + R"("entries":7})"), ElementsAre("1: \"entries\" is to be a list, in brackets"));
  EXPECT_THAT(fault_of(begin + R"("entries":[7]})"), ElementsAre("1: an entry is to be an object, in braces"));
  EXPECT_THAT(fault_of(begin + R"("entries":[[]]})"), ElementsAre("1: an entry is to be an object, in braces"));
  EXPECT_THAT(fault_of(begin + R"("entries":[],"entries":[]})"), ElementsAre(HasSubstr("is there twice")));
  EXPECT_THAT(fault_of(begin + R"("entries":[{"id":{}}]})"), ElementsAre(HasSubstr("entry 1: id: is an object")));
  EXPECT_THAT(fault_of(begin + R"("entries":[{"id":null}]})"), ElementsAre(HasSubstr("entry 1: id: is null")));
  EXPECT_THAT(fault_of(begin + R"("entries":[{"id":7}]})"),
              ElementsAre("1: entry 1: id: is \"7\"; a text, in quotes is needed"));
  EXPECT_THAT(fault_of(begin + R"("entries":[{"id":"a","id":"b"}]})"), ElementsAre(HasSubstr("id: is there twice")));
  EXPECT_THAT(fault_of(begin + R"("entries":[{"triggers":"sitting"}]})"), ElementsAre(HasSubstr("a list of words")));
  EXPECT_THAT(fault_of(begin + R"("entries":[{"triggers":["a;b"]}]})"), ElementsAre(HasSubstr("\"a;b\" is no word")));
  EXPECT_THAT(fault_of(begin + R"("entries":[]} more)"), ElementsAre(HasSubstr("something follows the end")));
  EXPECT_THAT(fault_of(begin + "\n\"entries\":[}\n"), ElementsAre(StartsWith("2: this is not written as JSON is")));
}

TEST(RefusedFiles, AreThoseWithRowsThatAreNone) {
  const auto fault_of = [](const std::string& rows) { return faults_in(read_text(header + rows)); };
  EXPECT_THAT(fault_of("a,b\n"), ElementsAre("2: entry 1: has 2 values; the header names 23"));
  EXPECT_THAT(fault_of("\"a\nb\"c,\n"), ElementsAre(StartsWith("2: something follows a closing quote")));
  EXPECT_THAT(fault_of("a\"b,\n"), ElementsAre(StartsWith("2: a quote stands within a value")));
  EXPECT_THAT(fault_of("a\rb\n"), ElementsAre(StartsWith("2: a carriage return stands alone")));
  EXPECT_THAT(fault_of("\"" + std::string(2'000'000, 'x')), ElementsAre("2: a quote that opens here is not closed"));
  EXPECT_THAT(fault_of(row_of(id_of(1)) + "019aaaaa"), ElementsAre(AllOf(StartsWith("3: "), HasSubstr("cut off"))));
  EXPECT_THAT(faults_in(read_text("id,at,source,kind,id\n")), ElementsAre("1: the column id is there twice; keep one"));
}

TEST(RefusedFiles, TellTheFirstTwentyFaultsAndHowManyThereAre) {
  std::string rows;
  for (int i = 0; i < 25; ++i) rows += "x\n";
  const auto reading = read_text(header + rows);
  EXPECT_EQ(reading.faults.count(), 25);
  EXPECT_THAT(faults_in(reading), SizeIs(20));
  EXPECT_THAT(faults_in(reading).back(), StartsWith("21: entry 20: "));
}

}  // namespace
}  // namespace calmcalf::interchange
