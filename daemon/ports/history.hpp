// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <stdexcept>
#include <string>

#include "domain/ledger.hpp"

namespace calmcalf {

/// Why the history cannot be used. what() is one line for the user: the file, what is wrong, what to do.
class HistoryError : public std::runtime_error {
 public:
  enum class Kind { missing, unreadable, read_only, full, busy, in_use, newer, corrupt, failed };

  HistoryError(Kind kind, const std::string& line) : std::runtime_error{line}, kind_{kind} {}
  [[nodiscard]] Kind kind() const noexcept { return kind_; }

 private:
  Kind kind_;
};

/// The ledger where it is kept.
class History {
 public:
  History() = default;
  History(const History&) = delete;
  History& operator=(const History&) = delete;
  virtual ~History() = default;

  /// All of `entries` or none, and on disk when this returns. Throws HistoryError.
  virtual void append(std::span<const Entry> entries) = 0;

  /// The same, but `busy` at once while another program has the history locked, where append() waits a moment for it.
  virtual void append_without_waiting(std::span<const Entry> entries) { append(entries); }

  /// The entries of nights from `from` until `until`, both included and open where not given, in the order of
  /// recording; those about the service itself where their own date lies within. Throws HistoryError.
  [[nodiscard]] virtual Ledger load(std::optional<Night> from, std::optional<Night> until) const = 0;

  /// The latest time up to `now` at which this service recorded something, imported entries left out. What is from
  /// after `now` was written by a clock that was ahead, and what was recorded last may be by one that was behind: an
  /// empty battery puts it back by decades. Throws HistoryError.
  [[nodiscard]] virtual std::optional<Instant> last(Instant now) const = 0;
};

}  // namespace calmcalf
