// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/zone/glib_zones.hpp"

#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "adapters/environment_variable.hpp"
#include "adapters/fresh_folder.hpp"
#include "adapters/zone/zone_file_text.hpp"
#include "domain/iso8601.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

Instant utc(const std::string& text) {
  return Instant{parse_local_time(text).value().time_since_epoch()};
}
LocalTime local(const std::string& text) {
  return parse_local_time(text).value();
}

bool machine_has_zones() {
  return fs::exists("/usr/share/zoneinfo/Europe/Berlin");
}

/// The zones of the machine, whatever its environment says.
class MachineZones : public testing::Test {
 protected:
  void SetUp() override {
    if (!machine_has_zones()) GTEST_SKIP() << "no zones in /usr/share/zoneinfo: install tzdata";
  }

  std::shared_ptr<const Zone> zone(const std::string& name) {
    auto found = zones_.find(name);
    if (!found) throw std::runtime_error{"no zone " + name};
    return found;
  }

  GlibZones zones_{ZonePlaces{}};
};

TEST_F(MachineZones, AreFoundByTheirIanaName) {
  for (const char* name :
       {"Europe/Berlin", "America/Argentina/Buenos_Aires", "America/Port-au-Prince", "Etc/GMT+5", "UTC"}) {
    EXPECT_EQ(zone(name)->name(), name);
  }
}

TEST_F(MachineZones, AreNotFoundByAnythingElse) {
  for (const char* name : {"",
                           "Europe",
                           "Europe/",
                           "/Europe/Berlin",
                           "Europe//Berlin",
                           "europe/berlin",
                           "Europe/Atlantis",
                           " UTC",
                           "Europe/Berlin ",
                           "/etc/passwd",
                           "../../../etc/passwd",
                           "Europe/../Europe/Berlin",
                           "./UTC",
                           ":UTC",
                           "CET-1CEST,M3.5.0,M10.5.0/3",
                           "EST5",
                           "Z",
                           "+05:00",
                           "05",
                           "zone.tab",
                           "tzdata.zi",
                           "localtime",
                           "posixrules",
                           "posix/Europe/Berlin",
                           "right/Europe/Berlin"}) {
    EXPECT_EQ(zones_.find(name), nullptr) << '"' << name << '"';
  }
  EXPECT_EQ(zones_.find(std::string{"Europe/Berlin\0", 14}), nullptr);
  EXPECT_EQ(zones_.find(std::string(10'000, 'A')), nullptr);
}

TEST_F(MachineZones, KeepTheirDistancesThroughTheYears) {
  struct {
    const char* name;
    const char* utc;
    Duration offset;
  } const cases[] = {
      {"Europe/Berlin", "2026-01-15T12:00", 1h},
      {"Europe/Berlin", "2026-07-15T12:00", 2h},
      {"Europe/Berlin", "2050-07-15T12:00", 2h},
      {"Europe/Dublin", "2026-01-15T12:00", 0h},
      {"Europe/Dublin", "2026-07-15T12:00", 1h},
      {"Europe/Dublin", "2050-01-15T12:00", 0h},
      {"Europe/Dublin", "2050-07-15T12:00", 1h},
      {"Africa/Casablanca", "2026-02-01T12:00", 1h},
      {"Africa/Casablanca", "2026-03-01T12:00", 0h},
      {"Antarctica/Troll", "2026-01-15T12:00", 0h},
      {"Antarctica/Troll", "2045-07-15T12:00", 2h},
      {"Australia/Lord_Howe", "2026-01-15T12:00", 11h},
      {"Australia/Lord_Howe", "2026-07-15T12:00", 10h + 30min},
      {"Australia/Lord_Howe", "2049-07-15T12:00", 10h + 30min},
      {"Pacific/Chatham", "2026-01-15T12:00", 13h + 45min},
      {"Pacific/Chatham", "2049-07-15T12:00", 12h + 45min},
      {"America/Nuuk", "2049-07-15T12:00", -1h},
      {"Asia/Kolkata", "2026-07-15T12:00", 5h + 30min},
      {"Asia/Kathmandu", "2050-07-15T12:00", 5h + 45min},
      {"Pacific/Kiritimati", "2026-07-15T12:00", 14h},
      {"UTC", "2026-07-15T12:00", 0h},
  };
  for (const auto& expected : cases) {
    EXPECT_EQ(zone(expected.name)->offset_at(utc(expected.utc)), expected.offset)
        << expected.name << ' ' << expected.utc;
  }
}

TEST_F(MachineZones, PutASkippedBedtimeAtTheFirstInstantAfterTheChange) {
  EXPECT_EQ(zone("Europe/Berlin")->to_instant(local("2026-03-29T02:30")), utc("2026-03-29T01:00"));
  EXPECT_EQ(zone("Europe/Berlin")->to_instant(local("2049-03-28T02:30")), utc("2049-03-28T01:00"));
  EXPECT_EQ(zone("Antarctica/Troll")->to_instant(local("2026-03-29T02:30")), utc("2026-03-29T01:00"));
  EXPECT_EQ(zone("Pacific/Apia")->to_instant(local("2011-12-30T22:30")), utc("2011-12-30T10:00"));
}

TEST_F(MachineZones, TakeTheFirstOfABedtimeThatOccursTwice) {
  EXPECT_EQ(zone("Europe/Berlin")->to_instant(local("2026-10-25T02:30")), utc("2026-10-25T00:30"));
  EXPECT_EQ(zone("Australia/Lord_Howe")->to_instant(local("2026-04-05T01:45")), utc("2026-04-04T14:45"));
  EXPECT_EQ(zone("Europe/Dublin")->to_instant(local("2049-10-31T01:30")), utc("2049-10-31T00:30"));
}

TEST_F(MachineZones, HaveStretchesThatFollowEachOtherWithoutAGap) {
  for (const char* name :
       {"Europe/Berlin", "Europe/Dublin", "Africa/Casablanca", "Pacific/Apia", "Australia/Lord_Howe"}) {
    const auto zone = this->zone(name);
    const Instant end = utc("2050-01-01T00:00");
    ZoneSpan span = zone->span_at(utc("1960-01-01T00:00"));
    while (span.end < end) {
      const ZoneSpan next = zone->span_at(span.end);
      ASSERT_EQ(next.begin, span.end) << name;
      ASSERT_LT(next.begin, next.end) << name;
      ASSERT_EQ(zone->span_at(next.end - 1s).begin, next.begin) << name;
      span = next;
    }
  }
}

TEST_F(MachineZones, AnswerTheSameInWhateverOrderTheyAreAsked) {
  const auto upwards = zone("America/New_York");
  const GlibZones others{ZonePlaces{}};
  const auto downwards = others.find("America/New_York");
  std::vector<Duration> up;
  std::vector<Duration> down;
  for (int day = 0; day < 4000; ++day) up.push_back(upwards->offset_at(Instant{day * 24h}));
  for (int day = 3999; day >= 0; --day) down.insert(down.begin(), downwards->offset_at(Instant{day * 24h}));
  EXPECT_EQ(up, down);
}

TEST_F(MachineZones, AnswerForInstantsFarOutside) {
  for (const char* name : {"UTC", "Europe/Berlin", "Asia/Kolkata", "Australia/Sydney"}) {
    const auto zone = this->zone(name);
    EXPECT_EQ(zone->span_at(Instant::min()).begin, Instant::min()) << name;
    EXPECT_EQ(zone->span_at(Instant::max()).end, Instant::max()) << name;
    EXPECT_EQ(zone->span_at(Instant::max()).begin, zone->span_at(Instant::max() - 1s).begin) << name;
    EXPECT_GT(zone->to_instant(LocalTime::max()), utc("9999-12-31T00:00")) << name;
    EXPECT_LT(zone->to_instant(LocalTime::min()), utc("0001-01-01T00:00")) << name;
    EXPECT_GT(zone->next_showing(TimeOfDay{4h}, Instant::max()), utc("9999-12-31T00:00")) << name;
  }
}

/// A folder of zones of the test's own, and a link for the system's.
class OwnZones : public testing::Test {
 protected:
  OwnZones() {
    fs::create_directories(folder_ / "zoneinfo/Land");
    write("zoneinfo/Land/One", zone_file_text({1h}, {}, "ONE-1"));
    write("zoneinfo/Land/Two", zone_file_text({2h}, {}, "TWO-2"));
  }

  /// Replaces the file as a package does: by moving a new one to its place.
  void write(const std::string& name, const std::string& text) const {
    std::ofstream{folder_ / "new", std::ios::binary} << text;
    fs::rename(folder_ / "new", folder_ / name);
  }

  void link(const fs::path& target) const {
    fs::remove(folder_ / "localtime");
    fs::create_symlink(target, folder_ / "localtime");
  }

  FreshFolder folder_;
  EnvironmentVariable no_tz_{"TZ", std::nullopt};
  GlibZones zones_{ZonePlaces{folder_ / "zoneinfo", folder_ / "localtime"}};
  Instant now_ = utc("2026-07-15T12:00");
};

TEST_F(OwnZones, FollowTheRuleWhereTheFileListsNoMoreChanges) {
  write("zoneinfo/Land/Ruled", zone_file_text({0h, 1h}, {{utc("2020-03-29T01:00"), 1}}, "CET-1CEST,M3.5.0,M10.5.0/3"));
  const auto zone = zones_.find("Land/Ruled");
  ASSERT_TRUE(zone);
  EXPECT_EQ(zone->offset_at(utc("2019-07-15T12:00")), 0h);
  EXPECT_EQ(zone->offset_at(utc("2026-01-15T12:00")), 1h);
  EXPECT_EQ(zone->offset_at(utc("2050-07-15T12:00")), 2h);
  EXPECT_EQ(zone->to_instant(local("2049-03-28T02:30")), utc("2049-03-28T01:00"));
}

TEST_F(OwnZones, FollowARuleWhoseWinterIsTheException) {
  // Ireland's, as slim files have it.
  write("zoneinfo/Land/Ireland", zone_file_text({0h, 1h}, {{utc("1995-10-22T01:00"), 0}, {utc("1996-03-31T01:00"), 1}},
                                                "IST-1GMT0,M10.5.0,M3.5.0/1"));
  const auto zone = zones_.find("Land/Ireland");
  ASSERT_TRUE(zone);
  EXPECT_EQ(zone->offset_at(utc("1995-12-15T12:00")), 0h);
  EXPECT_EQ(zone->offset_at(utc("1996-07-15T12:00")), 1h);
  EXPECT_EQ(zone->offset_at(utc("2026-01-15T12:00")), 0h);
  EXPECT_EQ(zone->offset_at(utc("2026-07-15T12:00")), 1h);
  const ZoneSpan winter = zone->span_at(utc("2026-12-01T12:00"));
  EXPECT_EQ(winter.begin, utc("2026-10-25T01:00"));
  EXPECT_EQ(winter.end, utc("2027-03-28T01:00"));
  const ZoneSpan listed = zone->span_at(utc("1995-12-15T12:00"));
  EXPECT_EQ(listed.begin, utc("1995-10-22T01:00"));
  EXPECT_EQ(listed.end, utc("1996-03-31T01:00"));
}

TEST_F(OwnZones, RefuseADamagedFile) {
  const std::string sound = zone_file_text({0h, 1h}, {{utc("2020-03-29T01:00"), 1}}, "ONE-1");
  for (std::size_t size = 0; size < sound.size() - 1; ++size) {
    write("zoneinfo/Land/Damaged", sound.substr(0, size));
    EXPECT_EQ(zones_.find("Land/Damaged"), nullptr) << size;
  }
  write("zoneinfo/Land/Damaged", zone_file_text({0h}, {{utc("2020-03-29T01:00"), 7}}, ""));
  EXPECT_EQ(zones_.find("Land/Damaged"), nullptr) << "a change to an offset that is not there";
  write("zoneinfo/Land/Damaged", zone_file_text({}, {}, ""));
  EXPECT_EQ(zones_.find("Land/Damaged"), nullptr) << "no offset at all";
  for (const auto offset : {-25h, 26h, 500'000h}) {
    write("zoneinfo/Land/Damaged", zone_file_text({offset}, {}, "ONE-1"));
    EXPECT_EQ(zones_.find("Land/Damaged"), nullptr) << "an offset of no place on earth: " << offset.count();
  }
}

TEST_F(OwnZones, AreTheSameZoneUntilTheFileIsReplaced) {
  const auto before = zones_.find("Land/One");
  ASSERT_TRUE(before);
  EXPECT_EQ(zones_.find("Land/One"), before);
  write("zoneinfo/Land/One", zone_file_text({3h}, {}, "ONE-3"));
  const auto after = zones_.find("Land/One");
  ASSERT_TRUE(after);
  EXPECT_EQ(after->offset_at(now_), 3h);
  EXPECT_EQ(before->offset_at(now_), 1h);
  fs::remove(folder_ / "zoneinfo/Land/One");
  EXPECT_EQ(zones_.find("Land/One"), nullptr);
}

TEST_F(OwnZones, HaveTheSystemsByItsNameThroughLinks) {
  link(folder_ / "zoneinfo/Land/Two");
  EXPECT_EQ(zones_.system()->name(), "Land/Two");
  EXPECT_EQ(zones_.system()->offset_at(now_), 2h);
  link("zoneinfo/Land/One");
  EXPECT_EQ(zones_.system()->name(), "Land/One") << "a link from where it lies";
  fs::create_symlink("zoneinfo/Land/Two", folder_ / "second");
  link("second");
  EXPECT_EQ(zones_.system()->name(), "Land/Two") << "a link to a link";
}

TEST_F(OwnZones, SeeAChangedSystemZoneWhileTheOldOneIsInUse) {
  link("zoneinfo/Land/One");
  const auto before = zones_.system();
  EXPECT_EQ(zones_.system(), before) << "unchanged";
  link("zoneinfo/Land/Two");
  EXPECT_EQ(zones_.system()->name(), "Land/Two");
  EXPECT_EQ(zones_.system()->offset_at(now_), 2h);
  EXPECT_EQ(before->offset_at(now_), 1h);
}

TEST_F(OwnZones, SeeAChangedCopyInThePlaceOfTheLink) {
  write("localtime", zone_file_text({1h}, {}, "ONE-1"));
  const auto before = zones_.system();
  EXPECT_EQ(before->offset_at(now_), 1h);
  EXPECT_EQ(before->name(), "ABC") << "a copy has no name, only an abbreviation";
  write("localtime", zone_file_text({2h}, {}, "TWO-2"));
  EXPECT_EQ(zones_.system()->offset_at(now_), 2h);
  write("localtime", zone_file_text({1h}, {}, "ONE-1"));
  EXPECT_EQ(zones_.system()->offset_at(now_), 1h);
}

TEST_F(OwnZones, TellTwoNamesOfOneFileApart) {
  fs::create_hard_link(folder_ / "zoneinfo/Land/One", folder_ / "zoneinfo/Land/Uno");
  link("zoneinfo/Land/One");
  EXPECT_EQ(zones_.system()->name(), "Land/One");
  link("zoneinfo/Land/Uno");
  EXPECT_EQ(zones_.system()->name(), "Land/Uno");
}

TEST_F(OwnZones, HaveUtcForTheSystemWhereNoneIsSet) {
  EXPECT_EQ(zones_.system()->name(), "UTC") << "no file";
  link("nowhere");
  EXPECT_EQ(zones_.system()->name(), "UTC") << "a link to nothing";
  link("localtime");
  EXPECT_EQ(zones_.system()->name(), "UTC") << "a link to itself";
  write("localtime", "not a zone");
  EXPECT_EQ(zones_.system()->name(), "UTC");
  EXPECT_EQ(zones_.system()->offset_at(now_), 0h);
}

TEST_F(OwnZones, FollowTzBeforeTheSystemsLink) {
  link("zoneinfo/Land/One");
  for (const std::string& value :
       {std::string{"Land/Two"}, std::string{":Land/Two"}, (folder_ / "zoneinfo/Land/Two").string(),
        ':' + (folder_ / "zoneinfo/Land/Two").string()}) {
    const EnvironmentVariable tz{"TZ", value};
    EXPECT_EQ(zones_.system()->name(), "Land/Two") << value;
    EXPECT_EQ(zones_.system()->offset_at(now_), 2h) << value;
  }
  EXPECT_EQ(zones_.system()->name(), "Land/One");
}

TEST_F(OwnZones, ReadARuleInTz) {
  struct {
    const char* value;
    Duration summer;
    Duration winter;
  } const cases[] = {
      {"CET-1CEST,M3.5.0,M10.5.0/3", 2h, 1h},
      {"<-03>3", -3h, -3h},
      {"IST-1GMT0,M10.5.0,M3.5.0/1", 1h, 0h},
      {"EST5EDT", -4h, -5h},
      {":EST5EDT", -4h, -5h},
      {"UTC0", 0h, 0h},
  };
  for (const auto& expected : cases) {
    const EnvironmentVariable tz{"TZ", expected.value};
    EXPECT_EQ(zones_.system()->offset_at(utc("2026-07-15T12:00")), expected.summer) << expected.value;
    EXPECT_EQ(zones_.system()->offset_at(utc("2026-01-15T12:00")), expected.winter) << expected.value;
  }
  const EnvironmentVariable tz{"TZ", "CET-1CEST,M3.5.0,M10.5.0/3"};
  EXPECT_THAT(zones_.system()->name(), testing::AnyOf("CET", "CEST"));
}

TEST_F(OwnZones, NameTheFileThatTheSystemsZoneFollows) {
  EXPECT_EQ(zones_.system_file(), folder_ / "localtime");
  for (const auto* value : {"Land/Two", ""}) {
    const EnvironmentVariable tz{"TZ", value};
    EXPECT_EQ(zones_.system_file(), fs::path{}) << "TZ is the same for as long as the program runs";
  }
}

TEST_F(OwnZones, AreTheSameObjectWhenTheSystemComesBackToAZone) {
  link("zoneinfo/Land/One");
  const auto before = zones_.system();
  link("zoneinfo/Land/Two");
  link("zoneinfo/Land/One");
  EXPECT_EQ(zones_.system(), before);
}

TEST_F(OwnZones, TakeUtcForATzThatMeansNothing) {
  link("zoneinfo/Land/One");
  write("text", "not a zone");
  for (const std::string& value :
       {std::string{}, std::string{":"}, std::string{"UTC"}, std::string{"Land/Nowhere"}, std::string{"+05:00"},
        std::string{"Z"}, std::string{"/etc/passwd"}, std::string{"../text"}, std::string{"Land"}}) {
    const EnvironmentVariable tz{"TZ", value};
    EXPECT_EQ(zones_.system()->name(), "UTC") << '"' << value << '"';
  }
}

TEST(ZonePlaces, AreThoseThatTzdirNames) {
  {
    const EnvironmentVariable tzdir{"TZDIR", "/somewhere"};
    EXPECT_EQ(ZonePlaces::of_this_machine().zoneinfo, "/somewhere");
  }
  const EnvironmentVariable tzdir{"TZDIR", std::nullopt};
  EXPECT_EQ(ZonePlaces::of_this_machine().zoneinfo, "/usr/share/zoneinfo");
  EXPECT_EQ(ZonePlaces::of_this_machine().localtime, "/etc/localtime");
}

}  // namespace
}  // namespace calmcalf
