// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "report_errand.hpp"

#include <system_error>
#include <utility>

#include "adapters/process/harmless_text.hpp"
#include "language/tr.hpp"

namespace calmcalf {

namespace {

/// A century of nights takes a second or two.
constexpr CommandRun::Times report_times{.at_most = std::chrono::minutes{1}};

/// What the command says of it is best.
std::string why_not_written(const Ending& ending) {
  const auto said = harmless_lines(ending.output);
  if (!said.empty()) return said.front();
  if (ending.because == Ending::Because::too_slow)
    return tr("The report was not written: it took longer than a minute.");
  return tr("The report was not written. To see why, run it in a terminal: calmcalf report");
}

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
    callbacks_.on_failed(tr("The report was not written, because {} cannot be started: {}.",
                            harmless_line(command_.words.front()), failure.code().message()));
  }
}

void ReportErrand::end(const Ending& ending) {
  run_.reset();
  if (ending.because == Ending::Because::it_ended && ending.status == 0) return callbacks_.on_written();
  callbacks_.on_failed(why_not_written(ending));
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
