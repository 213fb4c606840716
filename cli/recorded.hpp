// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <vector>

#include "cli/invocation.hpp"
#include "cli/surroundings.hpp"
#include "domain/ledger.hpp"

namespace calmcalf::cli {

/// Both included; open where there is none.
struct NightRange {
  std::optional<Night> from;
  std::optional<Night> until;

  [[nodiscard]] bool is_all() const { return !from && !until; }
};

/// What --from and --until say. Throws UsageError.
[[nodiscard]] NightRange asked_nights(const Invocation& invocation);

/// What is recorded of these nights, in the file that --history names or the usual one: read, without the service. A
/// history that was never begun is an empty one. Throws HistoryError.
[[nodiscard]] Ledger recorded(const Invocation& invocation, const Surroundings& surroundings, const NightRange& nights);

/// The same, with the ids.
[[nodiscard]] std::vector<IdentifiedEntry> recorded_with_ids(const Invocation& invocation,
                                                             const Surroundings& surroundings,
                                                             const NightRange& nights);

}  // namespace calmcalf::cli
