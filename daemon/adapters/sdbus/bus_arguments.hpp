// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include <systemd/sd-bus.h>

namespace calmcalf {

/// What a caller sent is not what the method takes. what() says what would be right.
class BadArgument : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What libsystemd's functions that read have returned: whether there was something to be read. Throws BadArgument
/// where it was of another type.
bool must_read(int result);

/// A method's last argument, a{sv}: what may be given and may be left out. An option is taken once by its name, and
/// those that nobody took are mistakes: finish().
class BusOptions {
 public:
  /// Throws BadArgument for values of types that no option has.
  explicit BusOptions(sd_bus_message* message);

  /// Throw BadArgument where the option is of another type. Numbers may come as any of the bus's integers.
  [[nodiscard]] std::optional<std::string> text(const std::string& name);
  [[nodiscard]] std::optional<std::int64_t> number(const std::string& name);
  [[nodiscard]] std::optional<bool> boolean(const std::string& name);
  [[nodiscard]] std::optional<std::vector<std::string>> texts(const std::string& name);

  /// Throws BadArgument where an option was given that nobody took.
  void finish() const;

 private:
  using Value = std::variant<std::string, std::int64_t, bool, std::vector<std::string>>;

  template <class T>
  std::optional<T> take(const std::string& name, const char* type);
  static Value read_value(sd_bus_message* message, const std::string& name);

  std::map<std::string, Value> values_;
};

/// The message's next argument. Throw BadArgument where it is none of that kind.
[[nodiscard]] std::string read_text(sd_bus_message* message);
[[nodiscard]] std::int64_t read_number(sd_bus_message* message);
[[nodiscard]] std::vector<std::string> read_texts(sd_bus_message* message);

}  // namespace calmcalf
