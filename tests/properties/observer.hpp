// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "domain/happening.hpp"
#include "story/story.hpp"
#include "story/world.hpp"

namespace calmcalf::properties {

/// The service never comes to rest: it asks to be woken again and again at one instant.
class Restless : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Looks on while a story is played and notes what must never be. What it holds true is written down here once more, in
/// other words than the program's own: it keeps books of its own over the ledger.
class Observer {
 public:
  explicit Observer(const story::Story& story);

  void happened(const Happening& happening);
  void refused(const std::string& statement);

  /// Throws Restless.
  void inspect(story::World& world);

  /// What must never be, and was.
  [[nodiscard]] const std::vector<std::string>& violations() const { return violations_; }

  /// What a person could tell of these evenings, without the order in which popups were put up.
  [[nodiscard]] const std::vector<std::string>& tale() const { return tale_; }
  /// Which steps were on the screen at an instant, once all had happened; a question or advice counts as
  /// number 0. A mistake is told of again after a restart, and does not count.
  [[nodiscard]] const std::map<Instant, std::set<OccurrenceId>>& screens() const { return screens_; }

 private:
  /// What the entries so far say of one occurrence.
  struct Book {
    Subject subject;
    int shows = 0;
    int firsts = 0;
    int repeats = 0;
    std::vector<entry::Body> turns;  ///< snoozes and ends that stand

    [[nodiscard]] bool has_ended() const;
    [[nodiscard]] std::optional<Instant> snoozed_until() const;
  };

  void follow(const Ledger& entries, const Evening& evening);
  void note(const Entry& entry, const entry::Shown& body, const Evening& evening);
  void note(const Entry& entry, const entry::Snoozed& body, const Evening& evening);
  void note(const Entry& entry, const entry::Ended& body, const Evening& evening);
  void note(const Entry& entry, const entry::Undone& body, const Evening& evening);
  template <class Other>
  void note(const Entry& /*entry*/, const Other& /*body*/, const Evening& /*evening*/) {}

  void count_turns_of_the_loop(Instant now);
  void look_at_screen(story::World& world);
  void check_steps_on(const std::set<OccurrenceId>& screen, const Evening& evening, story::World& world);
  void compare_with_restored(story::World& world);
  void check_that_all_has_ended(story::World& world);
  void violate(const std::string& what, const OccurrenceId& id, Instant at);

  bool has_edits_;
  bool has_set_clock_;
  bool has_zones_;

  std::map<OccurrenceId, Book> books_;
  std::size_t entries_read_ = 0;
  std::optional<Instant> first_start_;
  std::optional<Instant> quiet_at_;
  int turns_at_once_ = 0;
  int inspections_ = 0;
  bool schedule_just_changed_ = false;
  std::vector<std::string> violations_;
  std::vector<std::string> tale_;
  std::map<Instant, std::set<OccurrenceId>> screens_;
};

}  // namespace calmcalf::properties
