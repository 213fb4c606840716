// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "report_errand.hpp"

#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "adapters/process/complaint.hpp"
#include "adapters/process/harmless_text.hpp"

namespace calmcalf {

namespace {

/// A century of nights takes a second or two.
constexpr CommandRun::Times report_times{.at_most = std::chrono::seconds{60}};

}  // namespace

ReportErrand::ReportErrand(boost::asio::any_io_executor executor, std::vector<std::string> words, Callbacks callbacks)
    : executor_{std::move(executor)},
      command_{.name = "report", .words = std::move(words), .input = ""},
      callbacks_{std::move(callbacks)} {}

void ReportErrand::run() {
  if (run_) return;
  try {
    run_ = std::make_shared<CommandRun>(executor_, command_, report_times);
    run_->on_end([this](const Ending& ending) { end(ending); });
  } catch (const std::system_error& failure) {
    run_.reset();
    callbacks_.on_failed(complaint(command_, failure.code()));
  }
}

void ReportErrand::end(const Ending& ending) {
  run_.reset();
  const auto wrong = complaint(command_, ending, report_times);
  if (!wrong) return callbacks_.on_written();
  const auto said = harmless_lines(ending.output);
  callbacks_.on_failed(said.empty() ? *wrong : said.front());
}

std::filesystem::path command_beside(const std::filesystem::path& executable_folder) {
  for (const auto* place : {"calmcalf", "../cli/calmcalf"}) {
    std::error_code ignored;
    const auto file = executable_folder / place;
    if (!executable_folder.empty() && std::filesystem::is_regular_file(file, ignored)) return file;
  }
  return "calmcalf";
}

}  // namespace calmcalf
