// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <optional>
#include <ranges>
#include <string>
#include <vector>

#include "domain/schedule.hpp"
#include "domain/standing.hpp"

namespace calmcalf {

/// An occurrence in the plan, with what is known of its popup.
struct Slot {
  /// Whether a popup of it is on the screen, as far as one can know.
  enum class Screen { off, asked, on };

  Occurrence occurrence;
  bool never_ours = false;  ///< it was over before anyone could have reminded of it: a new schedule, a new install
  Screen screen = Screen::off;
  std::string popup;                ///< key of the popup it is in
  std::optional<Instant> retry_at;  ///< when to try again, where the server did not take it
  bool awaits_server = false;       ///< it was tried, or lost, where no server was
};

/// The occurrences of the nights around now.
class Plan {
 public:
  /// In nights before today's. A step can be due in the small hours after its night's date and wait for two days, and a
  /// journey over the date line can take the date a day further on at once.
  static constexpr int nights_behind = 4;

  /// Plans the nights from `first` on until the one that begins tomorrow. What closes by `over_before` was never ours.
  void begin(const Schedule& schedule, const Standing& standing, Night first, Instant over_before, Instant now);

  /// Adds the nights that have come near since, or that a clock set back has made near again. What is still to close is
  /// ours.
  void follow(const Schedule& schedule, const Standing& standing, Instant now);

  /// Plans all nights anew, for another zone; popups and identities stay. What is new to the plan and closes by
  /// `over_before` was never ours.
  void redo(const Schedule& schedule, const Standing& standing, Instant over_before);

  /// The same for another schedule: no time of its that is over by `over_before` was ever ours.
  void replace(const Schedule& schedule, const Standing& standing, Instant over_before);

  /// Plans one night anew, where it is planned: its bedtime moved.
  void redo_night(const Schedule& schedule, const Standing& standing, Night night);

  /// Lets go of nights before `night`.
  void forget_before(Night night);

  /// All of them, in order of their ids.
  [[nodiscard]] auto slots() { return nights_ | std::views::values | std::views::join; }
  [[nodiscard]] auto slots() const { return nights_ | std::views::values | std::views::join; }
  [[nodiscard]] Slot* find(const OccurrenceId& id);
  [[nodiscard]] const Slot* find(const OccurrenceId& id) const;

  /// Those of one step, in order.
  [[nodiscard]] std::vector<const Slot*> of_step(const StepId& step) const;

 private:
  /// Those of a night, side by side in order of their ids: all are looked at whenever something happens.
  using Slots = std::vector<Slot>;

  void add(const Schedule& schedule, const Standing& standing, Night night, Instant over_before,
           const Slots& before = {});

  std::map<Night, Slots> nights_;
  Night first_;
  Night last_;
};

}  // namespace calmcalf
