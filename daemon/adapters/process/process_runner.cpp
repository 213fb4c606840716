// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/process/process_runner.hpp"

#include <csignal>
#include <exception>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "adapters/process/complaint.hpp"
#include "adapters/process/harmless_text.hpp"

namespace calmcalf {

ProcessRunner::ProcessRunner(boost::asio::any_io_executor executor, Log& log, const Limits& limits)
    : executor_{std::move(executor)}, log_{log}, limits_{limits} {
  // Where whoever started us had it ignored, what ends is gone at once, and its number may be another's.
  std::signal(SIGCHLD, SIG_DFL);
}

void ProcessRunner::run(Command command) {
  waiting_.push_back(std::move(command));
  start_what_can();
  if (waiting_.size() <= limits_.waiting) return;
  log_.warning(fmt::format("{}: left out, because {} commands wait before it. Let them take less time.",
                           waiting_.front().name, limits_.waiting));
  waiting_.pop_front();
}

void ProcessRunner::start_what_can() {
  while (running_.size() < limits_.at_once && !waiting_.empty()) {
    auto command = std::move(waiting_.front());
    waiting_.pop_front();
    start(std::move(command));
  }
}

void ProcessRunner::start(Command command) {
  try {
    const auto run = running_.insert(running_.end(), std::make_shared<CommandRun>(executor_, command, limits_.times));
    log_.info(fmt::format("{}: runs {}", command.name, harmless_line(command.words.front())));
    (*run)->on_end([this, run, command = std::move(command)](const Ending& ending) { end(run, command, ending); });
  } catch (const std::system_error& failure) {
    log_.warning(complaint(command, failure.code()));
  }
}

void ProcessRunner::end(Runs::iterator run, const Command& command, const Ending& ending) {
  for (const auto& line : harmless_lines(ending.output)) log_.notice(fmt::format("{}: {}", command.name, line));
  if (ending.left_out > 0)
    log_.notice(fmt::format("{}: ... and {} more bytes, left out here", command.name, ending.left_out));
  if (const auto wrong = complaint(command, ending, limits_.times)) log_.warning(*wrong);
  running_.erase(run);
  start_what_can();
}

}  // namespace calmcalf
