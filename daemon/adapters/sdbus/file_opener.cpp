// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/file_opener.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <glib.h>
#include <unistd.h>

namespace calmcalf {

namespace {

constexpr const char* portal = "org.freedesktop.portal.Desktop";
constexpr const char* file_manager = "org.freedesktop.FileManager1";

/// Whoever is asked may have to be started first.
constexpr std::chrono::seconds patience{10};

/// Of the portal's Request: 0 is done, and 1 that the person decided otherwise.
constexpr std::uint32_t last_good_response = 1;

std::string uri_of(const std::filesystem::path& file) {
  const std::unique_ptr<gchar, decltype(&g_free)> uri{g_filename_to_uri(file.c_str(), nullptr, nullptr), g_free};
  return uri ? uri.get() : "";
}

/// As for a person who means to change it, where that is allowed.
int open_file(const std::filesystem::path& file, bool& is_writable) {
  constexpr int flags = O_CLOEXEC | O_NONBLOCK | O_NOCTTY;
  const int descriptor = ::open(file.c_str(), flags | O_RDWR);
  is_writable = descriptor >= 0;
  return is_writable ? descriptor : ::open(file.c_str(), flags | O_RDONLY);
}

}  // namespace

FileOpener::FileOpener(BusConnection& bus, Log& log) : bus_{bus}, log_{log} {}

void FileOpener::open(std::filesystem::path file, std::function<void()> on_failed) {
  file_ = std::move(file);
  on_failed_ = std::move(on_failed);
  ask_portal();
}

void FileOpener::ask_portal() {
  bool is_writable = false;
  const int descriptor = open_file(file_, is_writable);
  if (descriptor < 0) return ask_file_manager();
  request_.clear();
  // The response comes after the reply that names its path.
  response_ = bus_.match(fmt::format("type='signal',sender='{}',interface='org.freedesktop.portal.Request',"
                                     "member='Response',path_namespace='/org/freedesktop/portal/desktop/request'",
                                     portal),
                         [this](sd_bus_message* signal) { take_portal_response(signal); });
  const auto call =
      bus_.prepare({portal, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.OpenURI", "OpenFile"});
  sd_bus_message_set_auto_start(call.get(), 1);
  sd_bus_message_append(call.get(), "sha{sv}", "", descriptor, 1, "writable", "b", int{is_writable});
  close(descriptor);  // the message has its own
  call_ = bus_.call(call, [this](sd_bus_message* reply) { take_portal_reply(reply); }, patience);
}

void FileOpener::take_portal_reply(sd_bus_message* reply) {
  const char* request = nullptr;
  if (sd_bus_message_read(reply, "o", &request) > 0) {
    request_ = request;
    return;
  }
  log_.debug("The desktop portal does not open the schedule: " + error_text(reply));
  response_.reset();
  ask_file_manager();
}

void FileOpener::take_portal_response(sd_bus_message* signal) {
  if (request_.empty() || request_ != sd_bus_message_get_path(signal)) return;
  std::uint32_t response = 0;
  const bool is_good = sd_bus_message_read(signal, "u", &response) > 0 && response <= last_good_response;
  response_.reset();
  if (!is_good) ask_file_manager();
}

void FileOpener::ask_file_manager() {
  const auto uri = uri_of(file_);
  const auto call =
      bus_.prepare({file_manager, "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1", "ShowItems"});
  sd_bus_message_set_auto_start(call.get(), 1);
  sd_bus_message_append(call.get(), "ass", 1, uri.c_str(), "");
  call_ = bus_.call(call, [this](sd_bus_message* reply) { take_file_manager_reply(reply); }, patience);
}

void FileOpener::take_file_manager_reply(sd_bus_message* reply) {
  const auto why = error_text(reply);
  if (why.empty()) return;
  log_.debug("The file manager does not show the schedule: " + why);
  on_failed_();
}

}  // namespace calmcalf
