// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <csignal>

namespace calmcalf::cli {

/// Catches Ctrl+C while it lives, instead of being ended by it. One at a time.
class Interruption {
 public:
  /// Throws std::system_error.
  Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;
  ~Interruption();

  /// Whether it came since this was asked last.
  [[nodiscard]] bool has_come();

 private:
  struct sigaction before_{};
};

}  // namespace calmcalf::cli
