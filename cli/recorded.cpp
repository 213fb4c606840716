// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/recorded.hpp"

#include <filesystem>
#include <memory>
#include <string>

#include "adapters/sqlite/sqlite_history.hpp"
#include "cli/failure.hpp"
#include "cli/option_values.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

/// Null where it was never begun.
std::unique_ptr<const SqliteHistory> open_history(const Invocation& invocation, const Surroundings& surroundings) {
  const std::filesystem::path file = invocation.value("--history").value_or(surroundings.places.history.string());
  try {
    return SqliteHistory::open_for_reading(file);
  } catch (const HistoryError& error) {
    if (error.kind() != HistoryError::Kind::missing) throw;
    return nullptr;
  }
}

}  // namespace

NightRange asked_nights(const Invocation& invocation) {
  const NightRange nights{night_of(invocation, "--from"), night_of(invocation, "--until")};
  if (nights.from && nights.until && *nights.until < *nights.from)
    throw UsageError{tr("--until is before --from"), std::string{invocation.command()->name}};
  return nights;
}

Ledger recorded(const Invocation& invocation, const Surroundings& surroundings, const NightRange& nights) {
  const auto history = open_history(invocation, surroundings);
  return history ? history->load(nights.from, nights.until) : Ledger{};
}

std::vector<IdentifiedEntry> recorded_with_ids(const Invocation& invocation, const Surroundings& surroundings,
                                               const NightRange& nights) {
  const auto history = open_history(invocation, surroundings);
  return history ? history->load_identified(nights.from, nights.until) : std::vector<IdentifiedEntry>{};
}

}  // namespace calmcalf::cli
