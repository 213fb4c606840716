// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include <nlohmann/json.hpp>

namespace calmcalf::cli {

/// An evening as the service tells it.
inline nlohmann::ordered_json told_step(const std::string& step, const std::string& title, const std::string& at,
                                        const std::string& state) {
  return {{"step", step},   {"title", title},           {"number", 1},  {"at", at},
          {"state", state}, {"snoozed_until", nullptr}, {"snoozes", 0}, {"night", "2026-11-23"}};
}

inline nlohmann::ordered_json told_evening() {
  return {{"night", "2026-11-23"},
          {"bedtime", "2026-11-23T22:30:00+01:00"},
          {"paused_until", nullptr},
          {"steps",
           {told_step("water", "A glass of water", "2026-11-23T20:30:00+01:00", "done"),
            told_step("banana", "A banana", "2026-11-23T21:30:00+01:00", "due"),
            told_step("calf-stretch", "Stretch your calves", "2026-11-23T22:15:00+01:00", "waiting")}},
          {"next",
           {{"night", "2026-11-23"},
            {"step", "calf-stretch"},
            {"number", 1},
            {"title", "Stretch your calves"},
            {"at", "2026-11-23T22:15:00+01:00"}}},
          {"problems", nlohmann::ordered_json::array()},
          {"mood", "due"}};
}

}  // namespace calmcalf::cli
