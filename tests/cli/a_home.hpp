// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "adapters/fresh_folder.hpp"
#include "cli/finished_program.hpp"

namespace calmcalf {

using Json = nlohmann::ordered_json;

/// The built `calmcalf`, run by somebody in Berlin whose home is empty at first.
class AHome : public testing::Test {
 protected:
  using Out = ProgramRun::Out;

  [[nodiscard]] ProgramRun run_of(std::vector<std::string> arguments) const {
    return {.program = CALMCALF,
            .arguments = std::move(arguments),
            .environment = {{"HOME", home_.path().string()}, {"TZ", "Europe/Berlin"}, {"PATH", "/usr/bin:/bin"}},
            .folder = home_.path(),
            .in = {}};
  }

  [[nodiscard]] FinishedProgram calmcalf(std::vector<std::string> arguments) const {
    return finish(run_of(std::move(arguments)));
  }

  [[nodiscard]] FinishedProgram calmcalf_to(Out out, std::vector<std::string> arguments) const {
    auto run = run_of(std::move(arguments));
    run.out = out;
    return finish(run);
  }

  /// A file in the home, its folders made. Returns its name from there.
  std::string write(const std::string& name, const std::string& content) const {
    std::filesystem::create_directories((home_ / name).parent_path());
    std::ofstream{home_ / name, std::ios::binary} << content;
    return name;
  }

  [[nodiscard]] std::string content_of(const std::filesystem::path& file) const {
    std::ifstream stream{home_.path() / file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
  }

  static constexpr const char* own_schedule = ".config/calmcalf/routine.toml";
  static constexpr const char* own_history = ".local/share/calmcalf/history.db";

  FreshFolder home_;
};

}  // namespace calmcalf
