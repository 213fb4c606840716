// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "domain/iso8601.hpp"
#include "domain/ledger.hpp"
#include "ports/history.hpp"

namespace calmcalf {

/// The `day`-th of November 2026.
inline Night night(unsigned day) {
  return Night{std::chrono::local_days{std::chrono::year{2026} / std::chrono::November / 1}} +
         (static_cast<int>(day) - 1);
}

/// 22:30 in Berlin in that night.
inline Instant bedtime(Night of) {
  return Instant{of.evening.time_since_epoch() + std::chrono::hours{21} + std::chrono::minutes{30}};
}

/// `number` tells entries of one night apart.
inline Entry done(Night of, int number = 1, Source source = Source::notification) {
  const Subject subject{{of, {"water"}, number}, bedtime(of), std::chrono::hours{1}};
  return {bedtime(of), std::chrono::hours{1}, source, entry::Ended{subject, State::done}};
}

inline Entry started(Instant at) {
  return {at, std::chrono::hours{1}, Source::service, entry::Started{}};
}

inline void append(History& history, const Entry& entry) {
  history.append({&entry, 1});
}

/// For a test's message.
inline void PrintTo(const Entry& entry, std::ostream* out) {
  const auto of = night_of(entry);
  *out << "entry of kind " << entry.body.index() << (of ? " of " + to_iso(*of) : std::string{}) << " from "
       << name_of(entry.source);
}

/// What `action` was refused with.
template <typename Action>
std::optional<HistoryError> error_of(Action action) {
  try {
    static_cast<void>(action());
    return std::nullopt;
  } catch (const HistoryError& error) {
    return error;
  }
}

/// Passes where `error` is of `kind` and its one line names the file, or what lies beside it, and says `words`.
inline testing::AssertionResult is_error(const std::optional<HistoryError>& error, HistoryError::Kind kind,
                                         const std::filesystem::path& file, const std::string& words) {
  if (!error) return testing::AssertionFailure() << "nothing was refused";
  const std::string line = error->what();
  if (error->kind() != kind) return testing::AssertionFailure() << "of another kind: " << line;
  const bool names_file = line.starts_with(std::filesystem::canonical(file.parent_path()).string());
  if (!names_file || line.find(words) == std::string::npos || line.find('\n') != std::string::npos) {
    return testing::AssertionFailure() << line;
  }
  return testing::AssertionSuccess();
}

}  // namespace calmcalf
