// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "domain/instant.hpp"

namespace calmcalf {

struct ListedChange {
  Instant at;
  int type = 0;  ///< which of the offsets holds from then on
};

/// What a zone's file of version 2 holds (RFC 8536): in the slim form few changes and a rule for what comes after them.
inline std::string zone_file_text(const std::vector<Duration>& offsets, const std::vector<ListedChange>& changes,
                                  const std::string& rule) {
  std::string text;
  const auto put = [&](std::int64_t number, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) text += static_cast<char>(number >> shift & 0xff);
  };
  const auto put_header = [&](std::size_t times, std::size_t types, std::size_t characters) {
    text += "TZif2" + std::string(15, '\0');
    for (const std::size_t count : {std::size_t{0}, std::size_t{0}, std::size_t{0}, times, types, characters}) {
      put(static_cast<std::int64_t>(count), 4);
    }
  };
  const auto put_type = [&](Duration offset) {
    put(offset.count(), 4);
    put(0, 2);  // no summer time, and the name at 0
  };
  const std::string name = std::string{"ABC"} + '\0';

  put_header(0, 1, name.size());
  put_type(Duration{0});
  text += name;
  put_header(changes.size(), offsets.size(), name.size());
  for (const ListedChange& change : changes) put(change.at.time_since_epoch().count(), 8);
  for (const ListedChange& change : changes) put(change.type, 1);
  for (const Duration offset : offsets) put_type(offset);
  return text + name + '\n' + rule + '\n';
}

}  // namespace calmcalf
