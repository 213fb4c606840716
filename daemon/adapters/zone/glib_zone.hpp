// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "domain/zone.hpp"

using GTimeZone = struct _GTimeZone;

namespace calmcalf {

struct UnrefTimeZone {
  void operator()(GTimeZone* zone) const noexcept;
};
using TimeZonePtr = std::unique_ptr<GTimeZone, UnrefTimeZone>;

/// A zone as GLib knows it. GLib searches all of a zone's changes for each question, and does not tell when one was:
/// each stretch is searched for once and then remembered. For one thread.
class GlibZone : public Zone {
 public:
  /// What holds from an instant until the next part's.
  struct Part {
    Instant from;
    TimeZonePtr zone;
  };

  /// `parts` in order, the first from Instant::min().
  GlibZone(std::string name, std::vector<Part> parts);

  [[nodiscard]] std::string name() const override { return name_; }
  [[nodiscard]] ZoneSpan span_at(Instant instant) const override;

 private:
  [[nodiscard]] ZoneSpan search(Instant instant) const;

  std::string name_;
  std::vector<Part> parts_;
  mutable std::vector<ZoneSpan> known_;  ///< in order
};

/// The abbreviation in force: "CET".
[[nodiscard]] std::string abbreviation_at(const std::vector<GlibZone::Part>& parts, Instant instant);

}  // namespace calmcalf
