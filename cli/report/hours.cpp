// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/report/hours.hpp"

#include <chrono>
#include <string_view>

#include "language/local_dates.hpp"

namespace calmcalf::cli {

std::string hour_on_clock(int hour) {
  return clock_time(LocalTime{std::chrono::hours{hour}});
}

std::string hour_label(int hour) {
  constexpr std::string_view no_minutes = ":00";
  auto label = hour_on_clock(hour);
  if (const auto place = label.find(no_minutes); place != std::string::npos) label.erase(place, no_minutes.size());
  return label;
}

}  // namespace calmcalf::cli
