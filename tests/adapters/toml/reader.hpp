// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/toml/routine_text.hpp"

namespace calmcalf {

/// A machine whose only time zone is Europe/Berlin.
inline bool knows_berlin(const std::string& name) {
  return name == "Europe/Berlin";
}

inline Reading read_text(std::string_view text) {
  return read_routine(text, "routine.toml", knows_berlin);
}

/// "LINE:COLUMN: KEY: message" of each.
inline std::vector<std::string> lines_of(const Mistakes& mistakes) {
  std::vector<std::string> lines;
  for (const Mistake& mistake : mistakes) lines.push_back(to_text(mistake).substr(mistake.file.size() + 1));
  return lines;
}

inline std::string content_of(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

inline void write(const std::filesystem::path& path, std::string_view content) {
  std::ofstream{path, std::ios::binary} << content;
}

}  // namespace calmcalf
