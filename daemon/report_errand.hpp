// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <boost/asio/any_io_executor.hpp>

#include "adapters/process/command_run.hpp"

namespace calmcalf {

/// Has the command write the report, for somebody who asked for it in the tray: the service holds none of what that
/// takes. One at a time.
class ReportErrand {
 public:
  struct Callbacks {
    std::function<void()> on_written;
    std::function<void(const std::string&)> on_failed;  ///< why, in a line for people
  };

  /// `words` is the command with all that it is to be told.
  ReportErrand(boost::asio::any_io_executor executor, std::vector<std::string> words, Callbacks callbacks);

  /// Asked for again while it is being written, it is written once.
  void run();

 private:
  void end(const Ending& ending);

  boost::asio::any_io_executor executor_;
  Command command_;
  Callbacks callbacks_;
  std::shared_ptr<CommandRun> run_;
};

/// The command that was installed beside this service, or built beside it; by name, where it is neither.
[[nodiscard]] std::filesystem::path command_beside(const std::filesystem::path& executable_folder);

}  // namespace calmcalf
