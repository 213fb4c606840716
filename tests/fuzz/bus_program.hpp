// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <string>

#include <boost/asio/io_context.hpp>

#include "adapters/sdbus/bus_handles.hpp"

namespace calmcalf::fuzz {

/// A session bus within this process, with one client beside the service: what stands in DBUS_SESSION_BUS_ADDRESS leads
/// to it from construction on. Names are granted, matches are taken and forgotten, all else that is asked of it or of
/// others is refused.
class BusProgram {
 public:
  explicit BusProgram(boost::asio::io_context& loop);
  BusProgram(const BusProgram&) = delete;
  BusProgram& operator=(const BusProgram&) = delete;
  ~BusProgram();

  /// Lets the service connect. It has opened the bus before.
  void accept();

  /// A call to the service, to append arguments to; empty where libsystemd takes no such names.
  [[nodiscard]] MessageHandle prepare(const char* path, const char* interface, const char* member);

  /// The service's reply. It has to come.
  [[nodiscard]] MessageHandle call(const MessageHandle& message);

  /// Lets everybody say what there is to be said.
  void settle();

 private:
  static int answer(sd_bus_message* message, void* program, sd_bus_error* error);
  bool take_turn();

  boost::asio::io_context& loop_;
  int listener_;
  BusHandle bus_;
  SlotHandle filter_;
};

}  // namespace calmcalf::fuzz
