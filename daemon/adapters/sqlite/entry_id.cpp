// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sqlite/entry_id.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <system_error>

#include <fmt/format.h>
#include <sys/random.h>

namespace calmcalf {

namespace {

using Uuid = std::array<std::uint8_t, 16>;

void fill_with_random_bytes(Uuid& uuid) {
  // So few bytes come whole or not at all.
  while (::getrandom(uuid.data(), uuid.size(), 0) < 0) {
    if (errno != EINTR) throw std::system_error{errno, std::generic_category(), "getrandom"};
  }
}

std::string to_text(const Uuid& uuid) {
  std::string text;
  for (std::size_t i = 0; i < uuid.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += fmt::format("{:02x}", uuid.at(i));
  }
  return text;
}

}  // namespace

std::string new_entry_id(Instant at) {
  Uuid uuid{};
  fill_with_random_bytes(uuid);
  constexpr std::int64_t latest = (std::int64_t{1} << 48) / 1000 - 1;
  const std::int64_t seconds = at.time_since_epoch().count();
  auto milliseconds = static_cast<std::uint64_t>(std::clamp(seconds, std::int64_t{0}, latest)) * 1000;
  for (std::size_t i = 6; i-- > 0; milliseconds >>= 8U) uuid.at(i) = static_cast<std::uint8_t>(milliseconds);
  uuid.at(6) = static_cast<std::uint8_t>((uuid.at(6) & 0x0fU) | 0x70U);  // the version
  uuid.at(8) = static_cast<std::uint8_t>((uuid.at(8) & 0x3fU) | 0x80U);  // the variant
  return to_text(uuid);
}

}  // namespace calmcalf
