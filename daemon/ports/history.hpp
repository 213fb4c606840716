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

  /// The entries of nights from `from` until `until`, both included and open where not given, in the order of
  /// recording; those about the service itself where their own date lies within. Throws HistoryError.
  [[nodiscard]] virtual Ledger load(std::optional<Night> from, std::optional<Night> until) const = 0;

  /// The last thing recorded by this service; none in a new history. Throws HistoryError.
  [[nodiscard]] virtual std::optional<Entry> last() const = 0;
};

}  // namespace calmcalf
