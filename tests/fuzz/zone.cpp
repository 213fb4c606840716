// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// A time zone's file (TZif), as /etc/localtime may lead to one; what does not begin as one is taken for a rule in TZ.
#include <cstdlib>
#include <fstream>
#include <string>

#include "adapters/fresh_folder.hpp"
#include "adapters/zone/glib_zones.hpp"
#include "domain/moment.hpp"
#include "fuzz/target.hpp"

/// GLib forgets the name of a file whose rule it cannot read, once for each state of the file. What we might forget of
/// GLib's zones would not be seen either: the units look for that.
extern "C" const char* __lsan_default_suppressions() {  // NOLINT: the sanitizer's name for it
  return "leak:g_time_zone_new_identifier\n";
}

/// GLib is built without frame pointers: only slowly is it known who has allocated.
extern "C" const char* __asan_default_options() {  // NOLINT: as above
  return "fast_unwind_on_malloc=0";
}

namespace calmcalf::fuzz {
namespace {

void ask(const Zone& zone) {
  auto instant = parse_moment("2026-01-01T00:00:00Z")->at;
  const auto end = instant + std::chrono::days{366};
  for (int spans = 0; instant < end && spans < 100; ++spans) {
    const auto span = zone.span_at(instant);
    must_hold(span.begin <= instant && instant < span.end, "a span holds the instant that was asked for");
    must_hold(zone.to_instant(zone.to_local(instant)) <= instant, "a local time is the first of its showings");
    instant = span.end;
  }
}

}  // namespace

void try_zone(std::string_view bytes) {
  static const FreshFolder folder{FreshFolder::On::memory};
  const bool is_file = bytes.starts_with("TZif");
  if (is_file) {
    std::ofstream{folder / "Fuzzed", std::ios::binary | std::ios::trunc} << bytes;
    unsetenv("TZ");
  } else {
    setenv("TZ", std::string{bytes}.c_str(), 1);
  }
  const GlibZones zones{{.zoneinfo = folder.path(), .localtime = folder / "Fuzzed"}};
  const auto zone = zones.system();
  must_hold(zone != nullptr, "there is always a zone");
  ask(*zone);
}

}  // namespace calmcalf::fuzz
