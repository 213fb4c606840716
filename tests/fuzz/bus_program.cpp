// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "fuzz/bus_program.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <system_error>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "fuzz/target.hpp"

namespace calmcalf::fuzz {
namespace {

constexpr int most_turns = 10'000;

void need(int result, const char* what) {
  if (result < 0) throw std::system_error{-result, std::generic_category(), what};
}

/// In the abstract namespace, where nothing has to be tidied up.
int listen_as(const std::string& name) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::ranges::copy(name, std::begin(address.sun_path) + 1);
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
  const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (listener < 0 || ::bind(listener, reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
      ::listen(listener, 1) != 0)
    throw std::system_error{errno, std::generic_category(), "listen"};
  return listener;
}

}  // namespace

BusProgram::BusProgram(boost::asio::io_context& loop) : loop_{loop} {
  const auto name = "calmcalf-fuzz-" + std::to_string(::getpid());
  listener_ = listen_as(name);
  ::setenv("DBUS_SESSION_BUS_ADDRESS", ("unix:abstract=" + name).c_str(), 1);
}

BusProgram::~BusProgram() {
  ::close(listener_);
}

void BusProgram::accept() {
  const int connection = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
  if (connection < 0) throw std::system_error{errno, std::generic_category(), "accept"};
  sd_bus* bus = nullptr;
  need(sd_bus_new(&bus), "sd_bus_new");
  bus_.reset(bus);
  sd_id128_t id{};
  need(sd_id128_randomize(&id), "sd_id128_randomize");
  need(sd_bus_set_fd(bus, connection, connection), "sd_bus_set_fd");
  need(sd_bus_set_server(bus, 1, id), "sd_bus_set_server");
  need(sd_bus_start(bus), "sd_bus_start");
  sd_bus_slot* filter = nullptr;
  need(sd_bus_add_filter(bus, &filter, answer, this), "sd_bus_add_filter");
  filter_.reset(filter);
  settle();
}

int BusProgram::answer(sd_bus_message* message, void* /*program*/, sd_bus_error* /*error*/) {
  if (sd_bus_message_is_method_call(message, nullptr, nullptr) == 0) return 0;
  const std::string_view member{sd_bus_message_get_member(message)};
  if (member == "Hello") return sd_bus_reply_method_return(message, "s", ":1.1");
  if (member == "RequestName") return sd_bus_reply_method_return(message, "u", 1U);
  if (member == "AddMatch" || member == "RemoveMatch") return sd_bus_reply_method_return(message, nullptr);
  return sd_bus_reply_method_errorf(message, SD_BUS_ERROR_SERVICE_UNKNOWN, "nobody is there");
}

MessageHandle BusProgram::prepare(const char* path, const char* interface, const char* member) {
  sd_bus_message* message = nullptr;
  sd_bus_message_new_method_call(bus_.get(), &message, nullptr, path, interface, member);
  return MessageHandle{message};
}

MessageHandle BusProgram::call(const MessageHandle& message) {
  MessageHandle reply;
  const auto take = [](sd_bus_message* taken, void* place, sd_bus_error* /*error*/) {
    static_cast<MessageHandle*>(place)->reset(sd_bus_message_ref(taken));
    return 0;
  };
  sd_bus_slot* slot = nullptr;
  need(sd_bus_call_async(bus_.get(), &slot, message.get(), take, &reply, 0), "sd_bus_call_async");
  const SlotHandle awaited{slot};
  settle();
  must_hold(reply != nullptr, "each call is answered");
  return reply;
}

bool BusProgram::take_turn() {
  const auto handled = loop_.poll();
  const int processed = sd_bus_process(bus_.get(), nullptr);
  need(processed, "sd_bus_process");
  return handled > 0 || processed > 0;
}

void BusProgram::settle() {
  int turns = 0;
  // What one has sent may only be seen a turn later.
  for (int idle = 0; idle < 2; idle = take_turn() ? 0 : idle + 1)
    must_hold(++turns < most_turns, "the service comes to rest");
}

}  // namespace calmcalf::fuzz
