// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

#include "ports/history.hpp"

namespace calmcalf {

/// A ledger in memory. Its disk can be told to fail.
class MemoryHistory : public History {
 public:
  void append(std::span<const Entry> entries) override;
  [[nodiscard]] Ledger load(std::optional<Night> from, std::optional<Night> until) const override;
  [[nodiscard]] std::optional<Instant> last(Instant now) const override;

  /// From now on append() throws `error`; none: it works.
  void fail_with(std::optional<HistoryError> error) { error_ = std::move(error); }
  /// The same of load().
  void fail_to_load_with(std::optional<HistoryError> error) { loading_error_ = std::move(error); }

  [[nodiscard]] const Ledger& entries() const { return entries_; }

 private:
  Ledger entries_;
  std::optional<HistoryError> error_;
  std::optional<HistoryError> loading_error_;
};

}  // namespace calmcalf
