// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <exception>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <systemd/sd-bus.h>

namespace calmcalf::cli {

/// A call over a bus ended with an error. what() is the sender's message.
class BusCallError : public std::runtime_error {
 public:
  BusCallError(std::string name, const std::string& message) : std::runtime_error{message}, name_{std::move(name)} {}

  /// As the bus names it: "org.freedesktop.DBus.Error.ServiceUnknown". Empty: it did not get as far as the bus.
  [[nodiscard]] const std::string& name() const noexcept { return name_; }

  /// Nobody has the name that was called.
  [[nodiscard]] bool is_nobody_there() const noexcept;
  [[nodiscard]] bool is_no_answer() const noexcept;

 private:
  std::string name_;
};

/// An object's interface on a bus, and who has it.
struct BusObject {
  std::string name;
  std::string path;
  std::string interface;
};

/// The bus itself, as an object on it.
inline const BusObject bus_driver{"org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus"};

/// A connection to a message bus for a program that waits for its answers. It starts no service that does not run.
class Bus {
 public:
  using Json = nlohmann::ordered_json;
  using OnSignal = std::function<void(const std::vector<Json>&)>;

  /// Throws std::system_error where there is no such bus.
  [[nodiscard]] static Bus session();
  [[nodiscard]] static Bus system();

  /// The values of the reply; arguments as append_value() takes them. Throws BusCallError.
  std::vector<Json> call(const BusObject& object, const std::string& member, const std::vector<Json>& arguments = {});

  /// The same with arguments of other types, which `append` appends.
  std::vector<Json> call_with(const BusObject& object, const std::string& member,
                              const std::function<void(sd_bus_message*)>& append);

  /// One property, or all of an interface. Throw BusCallError.
  Json property(const BusObject& object, const std::string& name);
  Json properties(const BusObject& object);

  /// Whether somebody has the name now.
  [[nodiscard]] bool has_owner(const std::string& name);

  /// Tells of signals and their values, from process() and wait(). What the callback throws comes out of them.
  void listen(const std::string& rule, OnSignal on_signal);

  /// Delivers what has come; and when nothing has, waits for it. Throw std::system_error where the bus is lost.
  void process();
  void wait();

  /// Waits no longer than this, nor once there is something to be read from `other` or a signal is caught.
  void wait(std::chrono::milliseconds at_most, int other);

 private:
  struct Listener {
    OnSignal callback;
    std::exception_ptr thrown;  ///< by it
  };
  struct Unref {
    void operator()(sd_bus* bus) const noexcept { sd_bus_flush_close_unref(bus); }
    void operator()(sd_bus_message* message) const noexcept { sd_bus_message_unref(message); }
  };
  using Handle = std::unique_ptr<sd_bus, Unref>;
  using Message = std::unique_ptr<sd_bus_message, Unref>;

  explicit Bus(Handle bus) : bus_{std::move(bus)} {}
  static int deliver(sd_bus_message* signal, void* listener, sd_bus_error* error) noexcept;

  std::vector<std::unique_ptr<Listener>> listeners_;
  Handle bus_;
};

}  // namespace calmcalf::cli
