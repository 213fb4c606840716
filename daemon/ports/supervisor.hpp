// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

namespace calmcalf {

/// Whoever started the service and wants to know how it is. Nothing here fails, and without a supervisor nothing
/// happens.
class Supervisor {
 public:
  Supervisor() = default;
  Supervisor(const Supervisor&) = delete;
  Supervisor& operator=(const Supervisor&) = delete;
  virtual ~Supervisor() = default;

  /// Everything works; after reloading() also: everything works again.
  virtual void ready() noexcept = 0;

  /// One line for a person: what the service waits for, or what is wrong.
  virtual void status(std::string_view text) noexcept = 0;

  /// The settings are being read again: ready() follows, whether they were good or not.
  virtual void reloading() noexcept = 0;

  virtual void stopping() noexcept = 0;
};

}  // namespace calmcalf
