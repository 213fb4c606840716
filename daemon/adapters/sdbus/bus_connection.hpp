// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include <boost/asio/any_io_executor.hpp>

#include "adapters/sdbus/bus_handles.hpp"
#include "loop/alarm.hpp"

namespace calmcalf {

/// A method of an object on the bus.
struct BusMethod {
  std::string destination;
  std::string path;
  std::string interface;
  std::string member;
};

/// An interface of an object on the bus.
struct BusInterface {
  std::string path;
  std::string name;
};

/// Why the reply is an error, in its sender's words; empty where it is none.
[[nodiscard]] std::string error_text(sd_bus_message* reply);

/// A connection to a message bus in an event loop. Nothing in it blocks, not even connecting, and what is asked for
/// before it stands is asked then. While no call with a limit is outstanding only what the bus sends wakes the loop.
///
/// Callbacks run in the loop, never from within a function of this class. They may destroy this and the slot that keeps
/// them; what they throw leaves the loop. Functions throw std::system_error for what is no matter of the connection.
class BusConnection {
 public:
  enum class Bus { system, session };
  using OnMessage = std::function<void(sd_bus_message*)>;
  using OnDisconnected = std::function<void(std::error_code why)>;
  using Limit = std::optional<std::chrono::microseconds>;

  /// `on_disconnected` is told once that there is no such bus, or that the connection is lost; outstanding calls were
  /// answered with an error by then, or never are. Nothing is called after it.
  BusConnection(const boost::asio::any_io_executor& executor, Bus bus, OnDisconnected on_disconnected);
  BusConnection(const BusConnection&) = delete;
  BusConnection& operator=(const BusConnection&) = delete;
  ~BusConnection();

  /// A call to append arguments to; it starts no service that does not run. Empty without a connection, which
  /// libsystemd and call() put up with: on_disconnected says so.
  [[nodiscard]] MessageHandle prepare(const BusMethod& method) const;

  /// The reply may be an error; one of libsystemd's own, NoReply, when none has come within the limit, counted from
  /// when the connection stands.
  [[nodiscard]] SlotHandle call(const MessageHandle& message, OnMessage on_reply, Limit limit = std::nullopt);

  /// `rule` in the bus's own words. In force by the time that a call made after it arrives.
  [[nodiscard]] SlotHandle match(const std::string& rule, OnMessage on_signal);

  /// Offers an interface of an object as long as the slot lives; `table`'s functions are given `object`. They run in
  /// the loop and must not throw.
  [[nodiscard]] SlotHandle offer(const BusInterface& at, const sd_bus_vtable* table, void* object);

  /// Asks for a well-known name, which it does not wait for if another has it. The reply is the bus's to RequestName:
  /// an error, or a number that is 1 where the name is ours.
  [[nodiscard]] SlotHandle request_name(const std::string& name, OnMessage on_reply);

  /// A signal to append arguments to. Empty without a connection, as with prepare().
  [[nodiscard]] MessageHandle prepare_signal(const BusInterface& from, const std::string& member) const;
  void send(const MessageHandle& message);

  /// Tells whoever listens that properties of an object that is offered have changed, and to what.
  void tell_changed(const BusInterface& of, const std::vector<std::string>& properties);

 private:
  struct State;
  struct Handler;
  struct Watch;

  static int deliver(sd_bus_message* message, void* handler, sd_bus_error* error) noexcept;
  [[nodiscard]] std::unique_ptr<Handler> handler_for(OnMessage callback) const;
  SlotHandle keep(int result, const char* what, sd_bus_slot* slot, std::unique_ptr<Handler> handler);
  void finish_sending(int result, const char* what);
  void process();
  void wait();
  void wait_for(int event);
  void lose(int error);

  boost::asio::any_io_executor executor_;
  OnDisconnected on_disconnected_;
  std::shared_ptr<State> state_;
  BusHandle bus_;
  std::shared_ptr<Watch> watch_;
  Alarm alarm_;
};

}  // namespace calmcalf
