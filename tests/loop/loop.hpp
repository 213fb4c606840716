// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

namespace calmcalf {

/// Turns the loop until `done()`; fails where nothing has happened in it for too long.
template <class Done>
void turn_until(boost::asio::io_context& loop, Done done) {
  while (!done()) ASSERT_EQ(loop.run_one_for(std::chrono::seconds{20}), 1U) << "the loop has nothing more to do";
}

/// How many timers of this process are set and will wake it.
inline int timers_set() {
  int count = 0;
  for (const auto& file : std::filesystem::directory_iterator{"/proc/self/fdinfo"}) {
    std::ifstream info{file.path()};
    for (std::string line; std::getline(info, line);)
      if (line.starts_with("it_value:") && line != "it_value: (0, 0)") ++count;
  }
  return count;
}

}  // namespace calmcalf
