// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace calmcalf {

/// A zone's rule in the form of POSIX's TZ, "CET-1CEST,M3.5.0,M10.5.0/3", taken apart.
struct PosixRule {
  std::string standard;         ///< name, as written
  std::string standard_offset;  ///< UTC minus local time
  std::string daylight;         ///< empty: none, and so are the others
  std::string daylight_offset;  ///< empty: an hour ahead of standard time
  std::string begins;           ///< empty: not given
  std::string ends;
};

/// None where `text` is not of that form. The dates within it are not looked at.
[[nodiscard]] std::optional<PosixRule> parse_posix_rule(std::string_view text);

/// GTimeZone takes a daylight offset of zero for one that was left out, and so reads Ireland's "IST-1GMT0,…", whose
/// winter is the exception, as two hours ahead of UTC in winter. Seen in GLib 2.74 and in its development branch of
/// 2025.
[[nodiscard]] bool glib_misreads(const PosixRule& rule);

/// A text that GTimeZone reads as what the rule means.
[[nodiscard]] std::string text_for_glib(PosixRule rule);

}  // namespace calmcalf
