// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <systemd/sd-bus.h>

namespace calmcalf {

/// What libsystemd's functions that write have returned: throws std::system_error where they failed.
void must_write(int result);

/// Append to a message; throw std::system_error where that cannot be. The bus takes UTF-8 alone, without zeros: what is
/// none is replaced by U+FFFD.
void write_text(sd_bus_message* to, std::string_view text);

void open_array(sd_bus_message* to, const char* contents);
void close_container(sd_bus_message* to);

/// An a{sv} in a message: what is known of something, by name.
class BusDictionary {
 public:
  explicit BusDictionary(sd_bus_message* to);
  BusDictionary(const BusDictionary&) = delete;
  BusDictionary& operator=(const BusDictionary&) = delete;
  ~BusDictionary() = default;

  void add(const char* name, std::string_view text);
  void add(const char* name, const char* text) { add(name, std::string_view{text}); }
  void add(const char* name, std::int32_t number);
  void add(const char* name, bool flag);
  void add(const char* name, const std::vector<std::string>& texts);

  /// Must be called, last.
  void close();

 private:
  void open_entry(const char* name, const char* type);
  void close_entry();

  sd_bus_message* to_;
};

/// An aa{sv}: `write(dictionary, item)` says what is known of each.
template <class Items, class Write>
void write_dictionaries(sd_bus_message* to, const Items& items, Write write) {
  open_array(to, "a{sv}");
  for (const auto& item : items) {
    BusDictionary dictionary{to};
    write(dictionary, item);
    dictionary.close();
  }
  close_container(to);
}

}  // namespace calmcalf
