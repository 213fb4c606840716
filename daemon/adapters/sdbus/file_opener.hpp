// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <functional>
#include <string>

#include "adapters/sdbus/bus_connection.hpp"
#include "adapters/sdbus/bus_handles.hpp"
#include "ports/log.hpp"

namespace calmcalf {

/// Has the desktop open a file for the person who sits there: the editor is the desktop's child, not one of this
/// process, whose sandbox it would live in. The desktop portal is asked first, then the file manager.
class FileOpener {
 public:
  /// Throws std::system_error.
  FileOpener(BusConnection& bus, Log& log);
  FileOpener(const FileOpener&) = delete;
  FileOpener& operator=(const FileOpener&) = delete;
  ~FileOpener() = default;

  /// `on_failed` is called in the loop where nobody could. A file that is being opened gives way to the next.
  void open(std::filesystem::path file, std::function<void()> on_failed);

 private:
  void ask_portal();
  void take_portal_reply(sd_bus_message* reply);
  void take_portal_response(sd_bus_message* signal);
  void ask_file_manager();
  void take_file_manager_reply(sd_bus_message* reply);

  BusConnection& bus_;
  Log& log_;
  std::filesystem::path file_;
  std::function<void()> on_failed_;
  std::string request_;  ///< the portal's object for the request that is under way
  SlotHandle call_;
  SlotHandle response_;
};

}  // namespace calmcalf
