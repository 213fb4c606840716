// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ports/control.hpp"

namespace calmcalf {

/// An entry of the tray's menu.
struct MenuItem {
  /// Unique among its siblings. Says by itself what is chosen: a menu may be old when somebody chooses.
  std::string key;
  std::string label;  ///< plain text
  bool enabled = true;
  bool separator = false;
  std::optional<bool> checked{};     ///< none: it has no check mark
  std::vector<MenuItem> children{};  ///< its submenu; an item that has one cannot be chosen itself

  friend bool operator==(const MenuItem&, const MenuItem&) = default;
};

/// What the tray shows.
struct TrayFace {
  Tonight::Mood mood = Tonight::Mood::resting;  ///< picks the icon
  std::string title;
  std::vector<std::string> lines;  ///< below the title in the tooltip; plain text
  std::vector<MenuItem> menu;

  friend bool operator==(const TrayFace&, const TrayFace&) = default;
};

/// An icon with a menu in the desktop's panel. A desktop without a tray is no fault: nothing is shown then, and what
/// was shown last is, once there is one.
class Tray {
 public:
  using OnChoice = std::function<void(const std::string& key)>;

  Tray() = default;
  Tray(const Tray&) = delete;
  Tray& operator=(const Tray&) = delete;
  virtual ~Tray() = default;

  /// Told, on the service's thread and never from within show(), which item a person has chosen.
  virtual void on_choice(OnChoice callback) = 0;

  /// May be called as often as one likes: what is as it was costs nothing.
  virtual void show(TrayFace face) = 0;
};

}  // namespace calmcalf
