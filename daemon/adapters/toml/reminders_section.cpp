// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/sections.hpp"

namespace calmcalf::toml_file {
namespace {

constexpr DurationRange waits{std::chrono::seconds{1}, std::chrono::days{2}};
constexpr IntegerRange counts{0, 100};

// Each in the order of its enumeration.
constexpr std::array<std::string_view, 3> if_late_names{"merge", "show", "drop"};
constexpr std::array<std::string_view, 2> when_locked_names{"hold", "show"};
constexpr std::array<std::string_view, 3> urgency_names{"low", "normal", "critical"};

template <typename Value>
void read_choice(Section& section, std::string_view key, std::span<const std::string_view> names, Value& value) {
  if (const auto chosen = section.choice(key, names)) value = static_cast<Value>(*chosen);
}

}  // namespace

ReminderRules read_rules(Section& section, ReminderRules defaults) {
  auto& rules = defaults;
  rules.snooze = section.durations("snooze", waits).value_or(rules.snooze);
  rules.max_snoozes = section.integer("max_snoozes", counts).value_or(rules.max_snoozes);
  rules.expires_after = section.duration("expires_after", waits).value_or(rules.expires_after);
  rules.repeat_every = section.duration("repeat_every", waits).value_or(rules.repeat_every);
  rules.repeat_at_most = section.integer("repeat_at_most", counts).value_or(rules.repeat_at_most);
  read_choice(section, "if_late", if_late_names, rules.if_late);
  read_choice(section, "when_locked", when_locked_names, rules.when_locked);
  read_choice(section, "urgency", urgency_names, rules.urgency);
  rules.sound = section.flag("sound").value_or(rules.sound);
  return rules;
}

ReminderRules read_reminders(Section& file) {
  auto reminders = file.table("reminders");
  if (!reminders) return {};
  auto rules = read_rules(*reminders, {});
  reminders->finish();
  return rules;
}

}  // namespace calmcalf::toml_file
