// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/happening.hpp"

#include <array>

namespace calmcalf {

std::string_view name_of(Happening::Kind kind) {
  static constexpr std::array<std::string_view, 22> names{"shown",
                                                          "repeated",
                                                          "summary",
                                                          "withdrawn",
                                                          "done",
                                                          "skipped",
                                                          "snoozed",
                                                          "missed",
                                                          "unseen",
                                                          "undone",
                                                          "paused",
                                                          "resumed",
                                                          "bedtime_moved",
                                                          "guide",
                                                          "cramp",
                                                          "no_cramp",
                                                          "cramp_amended",
                                                          "cramp_removed",
                                                          "morning_check",
                                                          "doctor_hint",
                                                          "schedule_changed",
                                                          "schedule_rejected"};
  return names.at(static_cast<std::size_t>(kind));
}

}  // namespace calmcalf
