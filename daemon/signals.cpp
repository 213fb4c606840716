// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "signals.hpp"

#include <csignal>
#include <utility>

namespace calmcalf {

Signals::Signals(const boost::asio::any_io_executor& executor, Callbacks callbacks)
    : signals_{executor, SIGTERM, SIGINT, SIGHUP}, callbacks_{std::move(callbacks)} {
  wait();
}

void Signals::wait() {
  signals_.async_wait([this](const boost::system::error_code& error, int signal) {
    if (error) return;
    if (signal != SIGHUP) return callbacks_.on_end();
    if (callbacks_.on_reload) callbacks_.on_reload();
    wait();
  });
}

}  // namespace calmcalf
