// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include "ports/log.hpp"

namespace calmcalf {

/// Writes to a file descriptor, standard error in the service: with the levels that the journal reads where that is
/// what reads it, as plain text elsewhere. Each text is written at once, so lines of several threads stay whole.
class JournalLog : public Log {
 public:
  enum class Form { plain, journal };

  /// Up to and including `most` is written.
  JournalLog(int descriptor, Form form, Level most) noexcept : descriptor_{descriptor}, form_{form}, most_{most} {}

  /// What reads the descriptor: systemd says in JOURNAL_STREAM which file is connected to the journal.
  [[nodiscard]] static Form form_of(int descriptor) noexcept;

  /// One step more for each -v: notice, info, debug.
  [[nodiscard]] static Level level_for(int verbosity) noexcept;

  [[nodiscard]] bool writes(Level level) const noexcept override { return level <= most_; }
  void write(Level level, std::string_view text) noexcept override;

 private:
  int descriptor_;
  Form form_;
  Level most_;
};

}  // namespace calmcalf
