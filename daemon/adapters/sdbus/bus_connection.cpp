// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/bus_connection.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <exception>
#include <limits>
#include <utility>

#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <fcntl.h>
#include <poll.h>

namespace calmcalf {
namespace {

/// So many messages, or so long, then it is everybody else's turn: a peer that never stops talking holds nothing up.
constexpr int most_in_a_turn = 64;
constexpr std::chrono::milliseconds longest_turn{10};

void throw_if_failed(int result, const char* what) {
  if (result < 0) throw std::system_error{-result, std::generic_category(), what};
}

bool says_lost(int result) {
  return result == -ENOTCONN || result == -ECONNRESET;
}

std::uint64_t to_usec(const BusConnection::Limit& limit) {
  if (!limit) return std::numeric_limits<std::uint64_t>::max();
  using namespace std::chrono_literals;
  return static_cast<std::uint64_t>(std::max<std::chrono::microseconds>(*limit, 1us).count());  // zero is a default
}

/// Of our own, because libsystemd closes its descriptor in the midst of processing: while the loop still waits on it,
/// or when its number is somebody else's by now.
int duplicate(int descriptor) {
  throw_if_failed(descriptor, "sd_bus_get_fd");
  const int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
  if (copy < 0) throw std::system_error{errno, std::generic_category(), "F_DUPFD_CLOEXEC"};
  return copy;
}

}  // namespace

std::string error_text(sd_bus_message* reply) {
  const auto* error = sd_bus_message_get_error(reply);
  if (error == nullptr) return {};
  return error->message != nullptr ? error->message : error->name;
}

/// What outlives the connection when a callback destroys it.
struct BusConnection::State {
  bool over = false;  ///< nothing is called any more
  std::exception_ptr thrown;
};

struct BusConnection::Handler {
  OnMessage callback;
  std::shared_ptr<State> state;
};

struct BusConnection::Watch {
  boost::asio::posix::stream_descriptor descriptor;
  int awaited = 0;  ///< the events that a wait is under way for
};

BusConnection::BusConnection(const boost::asio::any_io_executor& executor, Bus bus, OnDisconnected on_disconnected)
    : executor_{executor},
      on_disconnected_{std::move(on_disconnected)},
      state_{std::make_shared<State>()},
      alarm_{executor, [this] { process(); }} {
  sd_bus* opened = nullptr;
  const int result = bus == Bus::system ? sd_bus_open_system(&opened) : sd_bus_open_user(&opened);
  bus_.reset(opened);
  if (result >= 0)
    wait();
  else
    boost::asio::post(executor_, [this, state = state_, result] {
      if (!state->over) lose(-result);
    });
}

BusConnection::~BusConnection() {
  state_->over = true;
}

MessageHandle BusConnection::prepare(const BusMethod& method) const {
  if (!bus_ || state_->over) return {};
  sd_bus_message* message = nullptr;
  throw_if_failed(sd_bus_message_new_method_call(bus_.get(), &message, method.destination.c_str(), method.path.c_str(),
                                                 method.interface.c_str(), method.member.c_str()),
                  method.member.c_str());
  MessageHandle call{message};
  throw_if_failed(sd_bus_message_set_auto_start(message, 0), method.member.c_str());
  return call;
}

SlotHandle BusConnection::call(const MessageHandle& message, OnMessage on_reply, Limit limit) {
  if (!message || state_->over) return {};
  auto handler = handler_for(std::move(on_reply));
  sd_bus_slot* slot = nullptr;
  const int result = sd_bus_call_async(bus_.get(), &slot, message.get(), deliver, handler.get(), to_usec(limit));
  return keep(result, "sd_bus_call_async", slot, std::move(handler));
}

SlotHandle BusConnection::match(const std::string& rule, OnMessage on_signal) {
  if (!bus_ || state_->over) return {};
  auto handler = handler_for(std::move(on_signal));
  sd_bus_slot* slot = nullptr;
  const int result = sd_bus_add_match_async(bus_.get(), &slot, rule.c_str(), deliver, nullptr, handler.get());
  return keep(result, "sd_bus_add_match_async", slot, std::move(handler));
}

SlotHandle BusConnection::offer(const BusInterface& at, const sd_bus_vtable* table, void* object) {
  if (!bus_ || state_->over) return {};
  sd_bus_slot* slot = nullptr;
  throw_if_failed(sd_bus_add_object_vtable(bus_.get(), &slot, at.path.c_str(), at.name.c_str(), table, object),
                  at.name.c_str());
  return SlotHandle{slot};
}

SlotHandle BusConnection::request_name(const std::string& name, OnMessage on_reply) {
  if (!bus_ || state_->over) return {};
  auto handler = handler_for(std::move(on_reply));
  sd_bus_slot* slot = nullptr;
  const int result = sd_bus_request_name_async(bus_.get(), &slot, name.c_str(), 0, deliver, handler.get());
  return keep(result, "sd_bus_request_name_async", slot, std::move(handler));
}

MessageHandle BusConnection::prepare_signal(const BusInterface& from, const std::string& member) const {
  if (!bus_ || state_->over) return {};
  sd_bus_message* message = nullptr;
  throw_if_failed(sd_bus_message_new_signal(bus_.get(), &message, from.path.c_str(), from.name.c_str(), member.c_str()),
                  member.c_str());
  return MessageHandle{message};
}

void BusConnection::send(const MessageHandle& message) {
  if (!message || state_->over) return;
  finish_sending(sd_bus_send(bus_.get(), message.get(), nullptr), "sd_bus_send");
}

void BusConnection::tell_changed(const BusInterface& of, const std::vector<std::string>& properties) {
  if (!bus_ || state_->over) return;
  std::vector<char*> names;
  for (const auto& property : properties)
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): C's list of strings; they are only read
    names.push_back(const_cast<char*>(property.c_str()));
  names.push_back(nullptr);
  finish_sending(sd_bus_emit_properties_changed_strv(bus_.get(), of.path.c_str(), of.name.c_str(), names.data()),
                 "sd_bus_emit_properties_changed_strv");
}

/// A signal that a bus in trouble does not take is lost: -ENOBUFS where too much waits for it already.
void BusConnection::finish_sending(int result, const char* what) {
  wait();
  if (says_lost(result) || result == -ENOBUFS) return;
  throw_if_failed(result, what);
}

std::unique_ptr<BusConnection::Handler> BusConnection::handler_for(OnMessage callback) const {
  return std::make_unique<Handler>(Handler{std::move(callback), state_});
}

SlotHandle BusConnection::keep(int result, const char* what, sd_bus_slot* slot, std::unique_ptr<Handler> handler) {
  wait();
  if (says_lost(result)) return {};
  throw_if_failed(result, what);
  SlotHandle kept{slot};
  const auto destroy = [](void* of_slot) noexcept { delete static_cast<Handler*>(of_slot); };
  throw_if_failed(sd_bus_slot_set_destroy_callback(slot, destroy), what);
  sd_bus_slot_set_userdata(slot, handler.release());  // it is the slot's from now on
  return kept;
}

int BusConnection::deliver(sd_bus_message* message, void* handler, sd_bus_error* /*error*/) noexcept {
  const auto& [callback, state] = *static_cast<Handler*>(handler);
  if (state->over) return 0;
  try {
    callback(message);
  } catch (...) {
    state->thrown = std::current_exception();
  }
  return 0;
}

void BusConnection::process() {
  const auto state = state_;
  const auto ends = std::chrono::steady_clock::now() + longest_turn;
  int result = 1;
  for (int count = 0; result > 0 && count < most_in_a_turn && std::chrono::steady_clock::now() < ends; ++count) {
    result = sd_bus_process(bus_.get(), nullptr);
    if (state->thrown) {
      if (!state->over) alarm_.ring_at({});
      std::rethrow_exception(std::exchange(state->thrown, nullptr));
    }
    if (state->over) return;
  }
  if (result < 0) return lose(-result);
  wait();
  if (result > 0) alarm_.ring_at({});
}

/// After whatever may have changed what libsystemd waits for.
void BusConnection::wait() {
  // As long as it is connecting libsystemd may go on to another address, and so to another descriptor.
  const bool is_connected = sd_bus_is_ready(bus_.get()) > 0;
  const int descriptor = sd_bus_get_fd(bus_.get());
  if (descriptor >= 0 && (!watch_ || !is_connected))
    watch_ = std::make_shared<Watch>(Watch{{executor_, duplicate(descriptor)}});

  const int events = sd_bus_get_events(bus_.get());
  if (events > 0) {
    if ((events & POLLIN) != 0) wait_for(POLLIN);
    if ((events & POLLOUT) != 0) wait_for(POLLOUT);
  }

  std::uint64_t until = 0;
  const int has_limit = sd_bus_get_timeout(bus_.get(), &until);
  if (has_limit == 0) return alarm_.silence();
  // Closed, there is none: process() is to say so.
  alarm_.ring_at(Alarm::Time{std::chrono::microseconds{has_limit < 0 ? 0 : until}});
}

void BusConnection::wait_for(int event) {
  using boost::asio::posix::descriptor_base;
  if ((watch_->awaited & event) != 0) return;
  watch_->awaited |= event;
  watch_->descriptor.async_wait(event == POLLIN ? descriptor_base::wait_read : descriptor_base::wait_write,
                                [this, event, weak = std::weak_ptr{watch_}](boost::system::error_code error) {
                                  const auto watch = weak.lock();
                                  if (!watch || error == boost::asio::error::operation_aborted) return;
                                  watch->awaited &= ~event;
                                  process();
                                });
}

void BusConnection::lose(int error) {
  state_->over = true;
  alarm_.silence();
  watch_.reset();
  sd_bus_close(bus_.get());
  const auto tell = std::move(on_disconnected_);
  tell(std::error_code{error, std::generic_category()});
}

}  // namespace calmcalf
