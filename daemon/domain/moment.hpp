// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "domain/instant.hpp"
#include "domain/zone.hpp"

namespace calmcalf {

/// An instant with what the clock on the wall shows then, for whoever does not know the zone.
struct Moment {
  Instant at;
  Duration offset{0};  ///< local time minus UTC

  friend bool operator==(const Moment&, const Moment&) = default;
};

[[nodiscard]] inline Moment moment_of(Instant at, const Zone& zone) {
  return {at, zone.offset_at(at)};
}

/// "2026-11-23T22:30:00+01:00".
[[nodiscard]] std::string to_iso(const Moment& moment);

/// The same, and "Z" for "+00:00"; seconds may be left out. None where the text is anything else.
[[nodiscard]] std::optional<Moment> parse_moment(std::string_view text);

}  // namespace calmcalf
