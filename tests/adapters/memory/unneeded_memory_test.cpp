// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/memory/unneeded_memory.hpp"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace calmcalf {
namespace {

/// KiB of files that are mapped to be run or read, and are in memory: those of this program and its libraries.
int code_in_memory() {
  std::ifstream maps{"/proc/self/smaps"};
  std::string line;
  bool is_code = false;
  int total = 0;
  while (std::getline(maps, line)) {
    std::istringstream words{line};
    std::string first;
    std::string second;
    words >> first >> second;
    if (first.find('-') != std::string::npos && first.back() != ':')
      is_code = second == "r-xp" && line.find('/') != std::string::npos;
    if (is_code && first == "Rss:") total += std::stoi(second);
  }
  return total;
}

/// Runs a good part of the standard library.
int run_some_code() {
  std::ostringstream out;
  for (int i = 0; i < 100; ++i) out << i << ' ' << i * 0.5 << std::hex << i;
  return static_cast<int>(out.str().size());
}

TEST(UnneededMemory, CodeThatWasRunIsGivenBackAndCanBeRunAgain) {
  const auto length = run_some_code();
  const auto before = code_in_memory();
  give_back_unneeded_memory();
  EXPECT_LT(code_in_memory(), before * 3 / 4);
  EXPECT_EQ(run_some_code(), length);
}

int& counter() {
  static int count = 41;
  return count;
}

TEST(UnneededMemory, WhatWasWrittenStays) {
  ++counter();
  const std::vector<std::string> kept(1000, std::string(100, 'x'));
  give_back_unneeded_memory();
  EXPECT_EQ(counter(), 42);
  EXPECT_EQ(kept, std::vector<std::string>(1000, std::string(100, 'x')));
}

}  // namespace
}  // namespace calmcalf
