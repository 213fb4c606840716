// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/process/command_run.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <tuple>
#include <utility>

#include <unistd.h>

namespace calmcalf {
namespace {

using boost::asio::posix::descriptor_base;
using boost::asio::posix::stream_descriptor;

stream_descriptor in_loop(const boost::asio::any_io_executor& executor, Descriptor file) {
  stream_descriptor result{executor};
  boost::system::error_code error;
  result.assign(file.number(), error);
  if (error) throw std::system_error{error};
  std::ignore = file.release();
  return result;
}

}  // namespace

CommandRun::CommandRun(const boost::asio::any_io_executor& executor, const Command& command, const Times& times)
    : CommandRun{executor, command, times, open_pipe()} {}

CommandRun::CommandRun(const boost::asio::any_io_executor& executor, const Command& command, const Times& times,
                       Pipe output)
    : times_{times},
      output_{in_loop(executor, std::move(output.reading))},
      group_{command.words, filled_pipe(command.input).number(), output.writing.number()},
      end_{in_loop(executor, group_.open_end())},
      alarm_{executor, [this] { lose_patience(); }} {
  alarm_.ring_at(Clock::now() + times_.at_most);
}

void CommandRun::on_end(OnEnd callback) {
  on_end_ = std::move(callback);
  listen();
  end_.async_wait(descriptor_base::wait_read, [this, weak = weak_from_this()](boost::system::error_code error) {
    const auto self = weak.lock();
    if (!self || error) return;
    end_.close();
    tell_if_over();
  });
}

void CommandRun::listen() {
  output_.async_wait(descriptor_base::wait_read, [this, weak = weak_from_this()](boost::system::error_code error) {
    const auto self = weak.lock();
    if (self && !error) read_output();
  });
}

/// A piece at each turn of the loop, so that who prints without end does not keep others waiting.
void CommandRun::read_output() {
  std::array<char, 16384> piece{};
  const auto count = ::read(output_.native_handle(), piece.data(), piece.size());
  if (count < 0 && (errno == EAGAIN || errno == EINTR)) return listen();
  if (count > 0) {
    keep({piece.data(), static_cast<std::size_t>(count)});
    if (ending_.output.size() + ending_.left_out <= most_printed) return listen();
    cut_short(Ending::Because::too_much);
  }
  output_.close();
  tell_if_over();
}

void CommandRun::keep(std::string_view piece) {
  const auto kept = piece.substr(0, most_kept - ending_.output.size());
  ending_.output += kept;
  ending_.left_out += piece.size() - kept.size();
}

void CommandRun::cut_short(Ending::Because because) {
  if (ending_.because != Ending::Because::it_ended) return;
  ending_.because = because;
  group_.signal(SIGTERM);
  alarm_.ring_at(Clock::now() + times_.grace);
}

void CommandRun::lose_patience() {
  const auto self = shared_from_this();
  if (ending_.because == Ending::Because::it_ended)
    return cut_short(end_.is_open() ? Ending::Because::too_slow : Ending::Because::left_behind);
  group_.signal(SIGKILL);
  output_.close();
  tell_if_over();
}

void CommandRun::tell_if_over() {
  if (end_.is_open() || output_.is_open()) return;
  alarm_.silence();
  ending_.status = group_.finish();
  on_end_(std::move(ending_));
}

}  // namespace calmcalf
