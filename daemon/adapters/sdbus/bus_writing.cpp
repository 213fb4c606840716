// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/bus_writing.hpp"

#include <memory>
#include <system_error>

#include <glib.h>

namespace calmcalf {

namespace {

struct Free {
  void operator()(gchar* text) const noexcept { g_free(text); }
};

}  // namespace

void must_write(int result) {
  if (result < 0) throw std::system_error{-result, std::generic_category(), "a message for the bus"};
}

void write_text(sd_bus_message* to, std::string_view text) {
  const std::unique_ptr<gchar, Free> valid{g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()))};
  must_write(sd_bus_message_append_basic(to, SD_BUS_TYPE_STRING, valid.get()));
}

void open_array(sd_bus_message* to, const char* contents) {
  must_write(sd_bus_message_open_container(to, SD_BUS_TYPE_ARRAY, contents));
}

void close_container(sd_bus_message* to) {
  must_write(sd_bus_message_close_container(to));
}

BusDictionary::BusDictionary(sd_bus_message* to) : to_{to} {
  open_array(to, "{sv}");
}

void BusDictionary::close() {
  close_container(to_);
}

void BusDictionary::open_entry(const char* name, const char* type) {
  must_write(sd_bus_message_open_container(to_, SD_BUS_TYPE_DICT_ENTRY, "sv"));
  must_write(sd_bus_message_append_basic(to_, SD_BUS_TYPE_STRING, name));
  must_write(sd_bus_message_open_container(to_, SD_BUS_TYPE_VARIANT, type));
}

void BusDictionary::close_entry() {
  close_container(to_);
  close_container(to_);
}

void BusDictionary::add(const char* name, std::string_view text) {
  open_entry(name, "s");
  write_text(to_, text);
  close_entry();
}

void BusDictionary::add(const char* name, std::int32_t number) {
  open_entry(name, "i");
  must_write(sd_bus_message_append_basic(to_, SD_BUS_TYPE_INT32, &number));
  close_entry();
}

void BusDictionary::add(const char* name, bool flag) {
  open_entry(name, "b");
  const int wire = flag ? 1 : 0;
  must_write(sd_bus_message_append_basic(to_, SD_BUS_TYPE_BOOLEAN, &wire));
  close_entry();
}

void BusDictionary::add(const char* name, const std::vector<std::string>& texts) {
  open_entry(name, "as");
  open_array(to_, "s");
  for (const auto& text : texts) write_text(to_, text);
  close_container(to_);
  close_entry();
}

}  // namespace calmcalf
