// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/instant.hpp"

namespace calmcalf {

enum class CrampSide { left, right, both };
enum class Muscle { calf, hamstring, quadriceps, foot, other };
enum class Trigger { exercise, sitting, standing, sweating, diarrhoea, alcohol };
enum class Relief { stretch, massage, walk, warmth, raise, painkiller, other };

/// One row of the diary. Only when it was is certain; a person half asleep adds the rest in the morning, or never.
struct Cramp {
  std::optional<Instant> at;  ///< none: some time during the night
  Duration at_offset{0};      ///< local time minus UTC at `at`
  std::optional<CrampSide> side;
  std::optional<Muscle> muscle;
  std::optional<int> severity;  ///< 0 to most_severe
  std::optional<int> minutes;   ///< how long it lasted, 0 to most_minutes
  bool woke = false;
  std::vector<Trigger> triggers;
  std::vector<Relief> relief;  ///< what was tried
  std::string note;

  [[nodiscard]] bool says_more_than_when() const;

  static constexpr int most_severe = 10;
  static constexpr int most_minutes = 24 * 60;

  friend bool operator==(const Cramp&, const Cramp&) = default;
};

/// What is to be said of a cramp from now on. What is not set stays as it is.
struct CrampChange {
  std::optional<Instant> at;
  std::optional<CrampSide> side;
  std::optional<Muscle> muscle;
  std::optional<int> severity;
  std::optional<int> minutes;
  std::optional<bool> woke;
  std::optional<std::vector<Trigger>> triggers;
  std::optional<std::vector<Relief>> relief;
  std::optional<std::string> note;

  [[nodiscard]] Cramp applied_to(Cramp cramp) const;
};

/// Names a cramp of a night for good: when it was written down, and its place among those of the same second.
struct CrampId {
  Instant recorded;
  int place = 1;  ///< from 1

  friend auto operator<=>(const CrampId&, const CrampId&) = default;
};

struct DiaryCramp {
  CrampId id;
  Cramp cramp;

  friend bool operator==(const DiaryCramp&, const DiaryCramp&) = default;
};

/// What the diary says of a night. A night that it says nothing of is unknown, which is not a night without a cramp.
struct NightDiary {
  std::vector<DiaryCramp> cramps;  ///< in the order of recording
  bool no_cramp = false;

  [[nodiscard]] bool is_known() const { return no_cramp || !cramps.empty(); }
  [[nodiscard]] bool has_cramps() const { return !cramps.empty(); }
  [[nodiscard]] DiaryCramp* find(const CrampId& id);
  void add(Cramp cramp, Instant recorded);

  friend bool operator==(const NightDiary&, const NightDiary&) = default;
};

/// All that there are of a kind, by name, in the order of its enumeration.
[[nodiscard]] std::span<const std::string_view> cramp_side_names();
[[nodiscard]] std::span<const std::string_view> muscle_names();
[[nodiscard]] std::span<const std::string_view> trigger_names();
[[nodiscard]] std::span<const std::string_view> relief_names();

[[nodiscard]] std::string_view name_of(CrampSide side);
[[nodiscard]] std::string_view name_of(Muscle muscle);
[[nodiscard]] std::string_view name_of(Trigger trigger);
[[nodiscard]] std::string_view name_of(Relief relief);
[[nodiscard]] std::optional<CrampSide> cramp_side_named(std::string_view name);
[[nodiscard]] std::optional<Muscle> muscle_named(std::string_view name);
[[nodiscard]] std::optional<Trigger> trigger_named(std::string_view name);
[[nodiscard]] std::optional<Relief> relief_named(std::string_view name);

}  // namespace calmcalf
