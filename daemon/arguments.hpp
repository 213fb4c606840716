// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <variant>

#include "domain/instant.hpp"

namespace calmcalf {

/// Tonight's evening in fast motion, as `calmcalf rehearse` asks for it.
struct RehearsalWish {
  std::optional<std::variant<TimeOfDay, LocalTime>> from;  ///< none: just before the evening's first step
  std::optional<int> speed;                                ///< none: the evening in about a minute
  bool json = false;
};

/// What calmcalfd was asked to do.
struct Arguments {
  std::optional<std::filesystem::path> schedule;
  std::optional<std::filesystem::path> history;
  int verbosity = 0;
  std::optional<RehearsalWish> rehearsal;
  bool rings = false;  ///< it is only to make the sound of a popup
};

/// What to print instead of running, and the exit status that goes with it.
struct Farewell {
  std::string text;
  int status = 0;
};

[[nodiscard]] std::variant<Arguments, Farewell> parse_arguments(std::span<char*> words);

}  // namespace calmcalf
