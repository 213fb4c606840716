// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "domain/zone.hpp"

namespace calmcalf {

/// The time zones that this machine knows. As long as nothing about a zone changes, each call has the same object for
/// it.
class Zones {
 public:
  Zones() = default;
  Zones(const Zones&) = delete;
  Zones& operator=(const Zones&) = delete;
  virtual ~Zones() = default;

  /// By IANA name; null where there is none of that name.
  [[nodiscard]] virtual std::shared_ptr<const Zone> find(const std::string& name) const = 0;

  /// The zone in force on this machine at the time of the call; UTC where none is set.
  [[nodiscard]] virtual std::shared_ptr<const Zone> system() const = 0;

  /// The zone that a schedule pins; the system's where it pins none, or one that this machine does not know.
  [[nodiscard]] std::shared_ptr<const Zone> pinned_or_system(const std::optional<std::string>& pinned) const {
    auto zone = pinned ? find(*pinned) : nullptr;
    return zone != nullptr ? zone : system();
  }
};

}  // namespace calmcalf
