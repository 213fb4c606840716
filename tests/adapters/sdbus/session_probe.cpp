// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// session_probe [MILLISECONDS]
//
// A LoginSession by itself, for the desktop test: prints a line for all that it tells and logs, until SIGTERM. Waits
// for the first answer as long as the service does, or so many milliseconds.
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include "adapters/sdbus/login_session.hpp"

namespace {

using calmcalf::Log;
using calmcalf::LoginSession;

void say(std::string_view text) {
  std::puts(std::string{text}.c_str());
  std::fflush(stdout);
}

class PrintedLog : public Log {
 public:
  [[nodiscard]] bool writes(Level /*level*/) const noexcept override { return true; }
  void write(Level level, std::string_view text) noexcept override {
    say((level == Level::debug ? "debug: " : "log: ") + std::string{text});
  }
};

}  // namespace

int main(int count, char** words) {
  boost::asio::io_context loop{1};
  boost::asio::signal_set end{loop, SIGTERM};
  end.async_wait([&](const boost::system::error_code& /*error*/, int /*signal*/) { loop.stop(); });
  PrintedLog log;
  const LoginSession session{
      loop.get_executor(),
      {.on_locked = [] { say("locked"); }, .on_unlocked = [] { say("unlocked"); }, .on_woke = [] { say("woke"); }},
      log,
      count > 1 ? std::chrono::milliseconds{std::atoi(words[1])} : LoginSession::first_answer_within};
  loop.run();
}
