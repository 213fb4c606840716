// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/instant.hpp"

namespace calmcalf {

enum class CrampSide { left, right, both };
enum class Muscle { calf, hamstring, quadriceps, foot, other };
enum class Trigger { exercise, sitting, standing, sweating, diarrhoea, alcohol };

/// One row of the diary. Only when it was is certain; a person half asleep adds the rest in the morning, or never.
struct Cramp {
  std::optional<Instant> at;  ///< none: some time during the night
  std::optional<CrampSide> side;
  std::optional<Muscle> muscle;
  std::optional<int> severity;  ///< 0 to 10
  std::optional<int> minutes;   ///< how long it lasted, 0 to 1440
  bool woke = false;
  std::vector<Trigger> triggers;
  std::string note;

  friend bool operator==(const Cramp&, const Cramp&) = default;
};

[[nodiscard]] std::string_view name_of(CrampSide side);
[[nodiscard]] std::string_view name_of(Muscle muscle);
[[nodiscard]] std::string_view name_of(Trigger trigger);
[[nodiscard]] std::optional<CrampSide> cramp_side_named(std::string_view name);
[[nodiscard]] std::optional<Muscle> muscle_named(std::string_view name);
[[nodiscard]] std::optional<Trigger> trigger_named(std::string_view name);

}  // namespace calmcalf
