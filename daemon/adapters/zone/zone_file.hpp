// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "domain/instant.hpp"

namespace calmcalf {

/// What must be known of a zone's file (TZif, RFC 8536) beside what GTimeZone makes of it.
struct ZoneFile {
  Instant rule_begins;  ///< the last change that the file lists; Instant::min() where it lists none
  std::string rule;     ///< what holds from then on, as in POSIX's TZ; empty: no rule is given
};

/// None where there is no such file, or it is no sound zone file: GTimeZone ends the program over some of those.
[[nodiscard]] std::optional<ZoneFile> read_zone_file(const std::filesystem::path& file);

}  // namespace calmcalf
