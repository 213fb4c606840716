// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <deque>
#include <list>
#include <memory>

#include <boost/asio/any_io_executor.hpp>

#include "adapters/process/command_run.hpp"
#include "ports/command_runner.hpp"
#include "ports/log.hpp"

namespace calmcalf {

/// Runs programs as processes, each in a group of its own, a few at once and the others in turn.
class ProcessRunner : public CommandRunner {
 public:
  struct Limits {
    CommandRun::Times times;
    std::size_t at_once = 8;
    std::size_t waiting = 64;  ///< beyond that the one that waits longest is left out
  };

  /// Sees to it that this process hears of the end of those that it starts: see SIGCHLD in signal(7).
  ProcessRunner(boost::asio::any_io_executor executor, Log& log, const Limits& limits);

  void run(Command command) override;

 private:
  using Runs = std::list<std::shared_ptr<CommandRun>>;

  void start_what_can();
  void start(Command command);
  void end(Runs::iterator run, const Command& command, const Ending& ending);

  boost::asio::any_io_executor executor_;
  Log& log_;
  Limits limits_;
  Runs running_;
  std::deque<Command> waiting_;
};

}  // namespace calmcalf
