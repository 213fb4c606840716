// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/bus.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <exception>
#include <system_error>
#include <utility>

#include <poll.h>

#include "cli/bus_values.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

using Json = nlohmann::ordered_json;

/// Longer than an answer can take that waits for the disk.
constexpr std::uint64_t patience_usec = 10'000'000;

int need(int result, std::string_view what) {
  if (result < 0) throw std::system_error{-result, std::generic_category(), tr(what)};
  return result;
}

class Error {
 public:
  Error() = default;
  Error(const Error&) = delete;
  Error& operator=(const Error&) = delete;
  ~Error() { sd_bus_error_free(&error_); }

  [[nodiscard]] sd_bus_error* get() { return &error_; }
  [[noreturn]] void raise() const {
    const std::string name = error_.name == nullptr ? "" : error_.name;
    throw BusCallError{name, error_.message == nullptr ? name : error_.message};
  }

 private:
  sd_bus_error error_{};
};

std::vector<Json> values_of(sd_bus_message* message) {
  std::vector<Json> values;
  while (sd_bus_message_at_end(message, 1) == 0) values.push_back(read_value(message));
  return values;
}

BusObject properties_of(const BusObject& object) {
  return {object.name, object.path, "org.freedesktop.DBus.Properties"};
}

}  // namespace

bool BusCallError::is_nobody_there() const noexcept {
  return name_ == SD_BUS_ERROR_SERVICE_UNKNOWN || name_ == SD_BUS_ERROR_NAME_HAS_NO_OWNER;
}

bool BusCallError::is_no_answer() const noexcept {
  return name_ == SD_BUS_ERROR_NO_REPLY || name_ == SD_BUS_ERROR_TIMEOUT;
}

Bus Bus::session() {
  sd_bus* bus = nullptr;
  const int result = sd_bus_open_user(&bus);
  Handle handle{bus};
  need(result, tr_noop("the session bus"));
  return Bus{std::move(handle)};
}

Bus Bus::system() {
  sd_bus* bus = nullptr;
  const int result = sd_bus_open_system(&bus);
  Handle handle{bus};
  need(result, tr_noop("the system bus"));
  return Bus{std::move(handle)};
}

std::vector<Json> Bus::call(const BusObject& object, const std::string& member, const std::vector<Json>& arguments) {
  return call_with(object, member, [&](sd_bus_message* message) {
    for (const auto& argument : arguments) append_value(message, argument);
  });
}

std::vector<Json> Bus::call_with(const BusObject& object, const std::string& member,
                                 const std::function<void(sd_bus_message*)>& append) {
  sd_bus_message* made = nullptr;
  need(sd_bus_message_new_method_call(bus_.get(), &made, object.name.c_str(), object.path.c_str(),
                                      object.interface.c_str(), member.c_str()),
       member);
  const Message message{made};
  need(sd_bus_message_set_auto_start(made, 0), member);
  append(made);
  Error error;
  sd_bus_message* replied = nullptr;
  if (sd_bus_call(bus_.get(), made, patience_usec, error.get(), &replied) < 0) error.raise();
  const Message reply{replied};
  return values_of(replied);
}

Json Bus::property(const BusObject& object, const std::string& name) {
  return call(properties_of(object), "Get", {object.interface, name}).at(0);
}

Json Bus::properties(const BusObject& object) {
  return call(properties_of(object), "GetAll", {object.interface}).at(0);
}

bool Bus::has_owner(const std::string& name) {
  return call(bus_driver, "NameHasOwner", {name}).at(0).get<bool>();
}

void Bus::listen(const std::string& rule, OnSignal on_signal) {
  listeners_.push_back(std::make_unique<Listener>(Listener{std::move(on_signal), nullptr}));
  need(sd_bus_add_match(bus_.get(), nullptr, rule.c_str(), deliver, listeners_.back().get()), "AddMatch");
}

int Bus::deliver(sd_bus_message* signal, void* listener, sd_bus_error* /*error*/) noexcept {
  auto& [callback, thrown] = *static_cast<Listener*>(listener);
  try {
    callback(values_of(signal));
  } catch (...) {
    thrown = std::current_exception();
  }
  return 0;
}

void Bus::process() {
  int result = 0;
  do {
    result = need(sd_bus_process(bus_.get(), nullptr), tr_noop("the bus"));
    for (const auto& listener : listeners_)
      if (listener->thrown) std::rethrow_exception(std::exchange(listener->thrown, nullptr));
  } while (result > 0);
}

void Bus::wait() {
  need(sd_bus_wait(bus_.get(), UINT64_MAX), tr_noop("the bus"));
  process();
}

void Bus::wait(std::chrono::milliseconds at_most, int other) {
  const auto events = need(sd_bus_get_events(bus_.get()), tr_noop("the bus"));
  std::array<pollfd, 2> both{{{.fd = sd_bus_get_fd(bus_.get()), .events = static_cast<short>(events), .revents = 0},
                              {.fd = other, .events = POLLIN, .revents = 0}}};
  std::uint64_t due = 0;
  need(sd_bus_get_timeout(bus_.get(), &due), tr_noop("the bus"));
  const auto has_some_already = due == 0;  // read while a call waited for its answer
  if (::poll(both.data(), both.size(), has_some_already ? 0 : static_cast<int>(at_most.count())) < 0 && errno != EINTR)
    throw std::system_error{errno, std::generic_category(), tr("the bus")};
  process();
}

}  // namespace calmcalf::cli
