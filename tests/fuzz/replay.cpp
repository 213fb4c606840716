// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// fuzz_replay TARGET PATH...: gives the target each file, or each of a folder's, once. For builds without libFuzzer.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/target.hpp"

namespace calmcalf::fuzz {
namespace {

struct NamedTarget {
  std::string_view name;
  Target* run;
};

constexpr std::array<NamedTarget, 8> targets{{
    {"bus", try_bus},
    {"history", try_history},
    {"import", try_import},
    {"rows", try_rows},
    {"schedule", try_schedule},
    {"story", try_story},
    {"times", try_times},
    {"zone", try_zone},
}};

std::vector<std::filesystem::path> files_in(const std::filesystem::path& path) {
  if (!std::filesystem::is_directory(path)) return {path};
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator{path})
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

int replay(std::string_view name, std::span<char* const> paths) {
  const auto* const target = std::ranges::find(targets, name, &NamedTarget::name);
  if (target == targets.end()) {
    std::cerr << "there is no target " << name << '\n';
    return 2;
  }
  for (const std::string_view path : paths) {
    for (const auto& file : files_in(path)) {
      std::ifstream stream{file, std::ios::binary};
      if (!stream) {
        std::cerr << file << " cannot be read\n";
        return 2;
      }
      const std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
      std::cout << name << ' ' << file.string() << std::endl;  // before: the last one said is the one that failed
      target->run(bytes);
    }
  }
  return 0;
}

}  // namespace
}  // namespace calmcalf::fuzz

int main(int argc, char** argv) {
  const std::span<char* const> arguments{argv, static_cast<std::size_t>(argc)};
  if (arguments.size() < 3) {
    std::cerr << "fuzz_replay TARGET PATH...\n";
    return 2;
  }
  return calmcalf::fuzz::replay(arguments[1], arguments.subspan(2));
}
