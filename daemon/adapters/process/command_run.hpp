// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include "adapters/process/pipe.hpp"
#include "adapters/process/process_group.hpp"
#include "loop/alarm.hpp"
#include "ports/command_runner.hpp"

namespace calmcalf {

/// How a program ended, and what it printed.
struct Ending {
  enum class Because {
    it_ended,
    too_slow,     ///< it was ended
    left_behind,  ///< it ended in time, but what it had started held its output for too long
    too_much,     ///< it printed without end, and was ended
  };

  Because because = Because::it_ended;
  int status = 0;            ///< as waitpid(2) tells it
  std::string output;        ///< the beginning
  std::size_t left_out = 0;  ///< bytes that are not in `output`
};

/// One run of one program, in an event loop. It is over when the program has ended and nobody holds its output any
/// more, or when it is ended; whoever is still in its process group is then killed.
class CommandRun : public std::enable_shared_from_this<CommandRun> {
 public:
  using Clock = std::chrono::steady_clock;
  using OnEnd = std::function<void(Ending)>;

  struct Times {
    Clock::duration at_most = std::chrono::seconds{10};  ///< then all of it is told to end, by SIGTERM
    Clock::duration grace = std::chrono::seconds{2};     ///< and so long after that killed
  };

  static constexpr std::size_t most_kept = 4096;                ///< bytes of output
  static constexpr std::size_t most_printed = 1024UL * 1024UL;  ///< bytes; who prints more is ended

  /// Throws std::system_error where the program cannot be started.
  CommandRun(const boost::asio::any_io_executor& executor, const Command& command, const Times& times);
  CommandRun(const CommandRun&) = delete;
  CommandRun& operator=(const CommandRun&) = delete;

  /// Kills what still runs; nothing is told of it.
  ~CommandRun() = default;

  /// Must be called at once, before the loop turns. The callback runs in the loop, once, and may destroy this.
  void on_end(OnEnd callback);

 private:
  CommandRun(const boost::asio::any_io_executor& executor, const Command& command, const Times& times, Pipe output);

  void listen();
  void read_output();
  void keep(std::string_view piece);
  void cut_short(Ending::Because because);
  void lose_patience();
  void tell_if_over();

  Times times_;
  Ending ending_;
  OnEnd on_end_;
  boost::asio::posix::stream_descriptor output_;
  ProcessGroup group_;
  boost::asio::posix::stream_descriptor end_;  ///< open while the program runs
  Alarm alarm_;
};

}  // namespace calmcalf
