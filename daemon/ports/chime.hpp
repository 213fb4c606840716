// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once

namespace calmcalf {

/// The sound of a popup, where the notification server plays none. Both are called on the notifier's thread, after its
/// first popup at the earliest, and do not wait for the sound to end.
class Chime {
 public:
  Chime() = default;
  Chime(const Chime&) = delete;
  Chime& operator=(const Chime&) = delete;
  virtual ~Chime() = default;

  virtual void ring() noexcept = 0;

  /// It has been quiet for some seconds: whatever ringing took is given back.
  virtual void rest() noexcept = 0;
};

}  // namespace calmcalf
