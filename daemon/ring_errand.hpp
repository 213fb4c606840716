// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <string>

#include <boost/asio/any_io_executor.hpp>

#include "adapters/process/command_run.hpp"
#include "ports/chime.hpp"
#include "ports/log.hpp"

namespace calmcalf {

/// Has this program, in a process of its own, make the sound (`calmcalfd --ring`): what that loads, and what can go
/// wrong with it, ends with the sound. Why there is none is logged once.
class RingErrand : public Chime {
 public:
  /// The log is written to in the event loop.
  RingErrand(boost::asio::any_io_executor executor, Log& log);
  RingErrand(const RingErrand&) = delete;
  RingErrand& operator=(const RingErrand&) = delete;
  ~RingErrand() override = default;

  /// While it rings, it is not rung again. On any thread.
  void ring() noexcept override;

 private:
  void run();
  void end(const Ending& ending);
  void complain(const std::string& why);

  boost::asio::any_io_executor executor_;
  Log& log_;
  const Command command_;
  std::shared_ptr<CommandRun> run_;
  bool has_complained_ = false;
};

}  // namespace calmcalf
