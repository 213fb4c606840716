// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/signal_set.hpp>

namespace calmcalf {

/// SIGHUP asks for a reload, SIGTERM and SIGINT for the end, once.
class Signals {
 public:
  struct Callbacks {
    std::function<void()> on_reload;
    std::function<void()> on_end;
  };

  Signals(const boost::asio::any_io_executor& executor, Callbacks callbacks);
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;
  ~Signals() = default;

 private:
  void wait();

  boost::asio::signal_set signals_;
  Callbacks callbacks_;
};

}  // namespace calmcalf
