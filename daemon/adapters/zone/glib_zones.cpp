// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/zone/glib_zones.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include <glib.h>
#include <sys/stat.h>

#include "adapters/zone/glib_zone.hpp"
#include "adapters/zone/posix_rule.hpp"
#include "adapters/zone/zone_file.hpp"

namespace calmcalf {

namespace fs = std::filesystem;

namespace {

/// As the kernel allows in one path.
constexpr int most_links = 40;

/// Which file it is, and which state of it.
struct FileState {
  dev_t device{};
  ino_t number{};
  off_t size{};
  Duration modified{};
  long modified_ns{};

  friend bool operator==(const FileState&, const FileState&) = default;
};

std::optional<FileState> state_of(const fs::path& file) {
  struct stat status{};
  if (::stat(file.c_str(), &status) != 0) return std::nullopt;
  return FileState{status.st_dev, status.st_ino, status.st_size, Duration{status.st_mtim.tv_sec},
                   status.st_mtim.tv_nsec};
}

/// The form of an IANA name. It keeps out paths, what lies beside the zones ("zone.tab", "localtime") and the second
/// sets of them below "posix" and "right", of which the latter count leap seconds.
bool is_zone_name(std::string_view name) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto is_allowed = [&](char c) {
    return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '_' ||
           c == '/';
  };
  return !name.empty() && is_upper(name.front()) && std::ranges::all_of(name, is_allowed) && !name.ends_with('/') &&
         name.find("//") == std::string_view::npos;
}

TimeZonePtr glib_zone(const std::string& identifier) {
  return TimeZonePtr{g_time_zone_new_identifier(identifier.c_str())};
}

std::vector<GlibZone::Part> single_part(TimeZonePtr zone) {
  std::vector<GlibZone::Part> parts;
  parts.push_back({Instant::min(), std::move(zone)});
  return parts;
}

/// Where it has no name, it is called by the abbreviation in force.
std::shared_ptr<const Zone> make_zone(const std::optional<std::string>& name, std::vector<GlibZone::Part> parts) {
  const auto now = std::chrono::floor<Duration>(std::chrono::system_clock::now());
  std::string called = name ? *name : abbreviation_at(parts, now);
  return std::make_shared<GlibZone>(std::move(called), std::move(parts));
}

/// GLib shares a zone by its identifier for as long as someone holds it, whatever has become of the file meanwhile.
/// Another number of slashes is another identifier.
std::string identifier_of(const fs::path& file, std::size_t replacements) {
  return file.parent_path().string() + std::string(1 + replacements, '/') + file.filename().string();
}

/// Empty where the file is no zone.
std::vector<GlibZone::Part> parts_of(const fs::path& file, std::size_t replacements) {
  const auto known = read_zone_file(file);
  TimeZonePtr zone = known ? glib_zone(identifier_of(file, replacements)) : nullptr;
  if (!zone) return {};
  auto parts = single_part(std::move(zone));
  const auto rule = parse_posix_rule(known->rule);
  if (rule && glib_misreads(*rule)) {
    if (TimeZonePtr rightly = glib_zone(text_for_glib(*rule))) {
      parts.push_back({known->rule_begins, std::move(rightly)});
    }
  }
  return parts;
}

std::shared_ptr<const Zone> zone_of_rule(std::string_view text) {
  const auto rule = parse_posix_rule(text);
  TimeZonePtr zone = rule ? glib_zone(text_for_glib(*rule)) : nullptr;
  return zone ? make_zone(std::nullopt, single_part(std::move(zone))) : nullptr;
}

}  // namespace

ZonePlaces ZonePlaces::of_this_machine() {
  ZonePlaces places;
  const char* folder = std::getenv("TZDIR");
  if (folder != nullptr && *folder != '\0') places.zoneinfo = folder;
  return places;
}

struct GlibZones::Loaded {
  FileState state;
  std::size_t replacements = 0;  ///< how often the file has been seen to be another one
  std::shared_ptr<const Zone> zone;
};

GlibZones::GlibZones(ZonePlaces places)
    : places_{std::move(places)}, utc_{std::make_shared<GlibZone>("UTC", single_part(glib_zone("UTC")))} {
  places_.zoneinfo = fs::absolute(places_.zoneinfo).lexically_normal();
}

GlibZones::~GlibZones() = default;

std::shared_ptr<const Zone> GlibZones::find(const std::string& name) const {
  if (name == "UTC") return utc_;
  return is_zone_name(name) ? load(places_.zoneinfo / name, name) : nullptr;
}

std::shared_ptr<const Zone> GlibZones::system() const {
  const char* environment = std::getenv("TZ");
  auto zone = environment != nullptr ? named_by_environment(environment)
                                     : load(places_.localtime, iana_name_of(places_.localtime));
  return zone ? zone : utc_;
}

fs::path GlibZones::system_file() const {
  return std::getenv("TZ") == nullptr ? places_.localtime : fs::path{};
}

/// As the C library reads TZ: a colon in front means nothing, then a file, then a rule; what is neither is UTC.
std::shared_ptr<const Zone> GlibZones::named_by_environment(const std::string& value) const {
  const std::string name = value.substr(value.starts_with(':') ? 1 : 0);
  if (name.empty() || name == "UTC") return utc_;
  const fs::path file = places_.zoneinfo / name;
  auto zone = load(file, iana_name_of(file));
  return zone ? zone : zone_of_rule(name);
}

std::shared_ptr<const Zone> GlibZones::load(const fs::path& file, const Name& name) const {
  const auto state = state_of(file);
  if (!state) return nullptr;
  auto [place, is_new] = loaded_.try_emplace(file.string());
  Loaded& loaded = place->second;
  if (!is_new && loaded.state == *state && loaded.zone && (!name || *name == loaded.zone->name())) return loaded.zone;

  if (!is_new) ++loaded.replacements;
  loaded.state = *state;
  auto parts = parts_of(file, loaded.replacements);
  loaded.zone = parts.empty() ? nullptr : make_zone(name, std::move(parts));
  return loaded.zone;
}

/// The first file below the folder of zones that the links from `file` lead to tells the name: there, links only make
/// one name of another.
GlibZones::Name GlibZones::iana_name_of(fs::path file) const {
  for (int links = 0; links < most_links; ++links) {
    file = fs::absolute(file).lexically_normal();
    if (auto name = name_below_zoneinfo(file)) return name;
    std::error_code error;
    const fs::path target = fs::read_symlink(file, error);
    if (error) return std::nullopt;
    file = file.parent_path() / target;
  }
  return std::nullopt;
}

GlibZones::Name GlibZones::name_below_zoneinfo(const fs::path& file) const {
  fs::path below = file.lexically_relative(places_.zoneinfo);
  if (!below.empty() && (*below.begin() == "posix" || *below.begin() == "right")) {
    below = below.lexically_relative(*below.begin());
  }
  std::string name = below.string();
  return is_zone_name(name) ? Name{std::move(name)} : std::nullopt;
}

}  // namespace calmcalf
