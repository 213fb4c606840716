// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/moment.hpp"

#include "domain/iso8601.hpp"

namespace calmcalf {

namespace {

/// "+01:00", "-00:25:21", "Z". No zone is a whole day away from UTC.
std::optional<Duration> parse_offset(std::string_view text) {
  if (text.front() == 'Z') return text.size() == 1 ? std::optional{Duration{0}} : std::nullopt;
  const auto distance = parse_time_of_day(text.substr(1));
  if (!distance) return std::nullopt;
  return text.front() == '-' ? -distance->since_midnight : distance->since_midnight;
}

}  // namespace

std::string to_iso(const Moment& moment) {
  return to_iso(moment.at, moment.offset);
}

std::optional<Moment> parse_moment(std::string_view text) {
  constexpr std::size_t date_length = 10;
  const auto sign = text.find_first_of("+-Z", date_length);
  if (sign == std::string_view::npos) return std::nullopt;
  const auto local = parse_local_time(text.substr(0, sign));
  const auto offset = parse_offset(text.substr(sign));
  if (!local || !offset) return std::nullopt;
  return Moment{Instant{local->time_since_epoch() - *offset}, *offset};
}

}  // namespace calmcalf
