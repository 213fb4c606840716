// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once

namespace calmcalf {

/// The sound of a popup, where the notification server plays none.
class Chime {
 public:
  Chime() = default;
  Chime(const Chime&) = delete;
  Chime& operator=(const Chime&) = delete;
  virtual ~Chime() = default;

  /// Called on the notifier's thread. Does not wait for the sound to end.
  virtual void ring() noexcept = 0;
};

}  // namespace calmcalf
