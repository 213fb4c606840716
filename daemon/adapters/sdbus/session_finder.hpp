// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <deque>
#include <functional>
#include <optional>
#include <string>

#include "adapters/sdbus/bus_connection.hpp"
#include "ports/log.hpp"

namespace calmcalf {

/// Asks logind which session is the one that the person sees. A user service is in none itself, so it is the one that
/// XDG_SESSION_ID names, if that is this user's and graphical or on a seat; else the one that logind holds to be for
/// display; else the first that is such a one.
class SessionFinder {
 public:
  /// The path of its object, empty where there is none; nothing where logind does not say.
  using OnFound = std::function<void(const std::optional<std::string>& path)>;

  /// Both must outlive this. The callback runs in the loop, once for each search that the next one does not cut short;
  /// not where the connection is lost.
  SessionFinder(BusConnection& bus, Log& log, OnFound on_found);
  SessionFinder(const SessionFinder&) = delete;
  SessionFinder& operator=(const SessionFinder&) = delete;
  ~SessionFinder() = default;

  void find();

 private:
  void ask_for_display();
  void ask_for_display_of(const char* user);
  void ask_for_list();
  void take_list(sd_bus_message* reply);
  void try_next();
  void examine(const char* session, std::function<void(bool is_the_one)> then);

  BusConnection& bus_;
  Log& log_;
  OnFound on_found_;
  std::deque<std::string> candidates_;
  SlotHandle call_;  ///< the one that is under way
};

}  // namespace calmcalf
