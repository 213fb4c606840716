// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include "ports/supervisor.hpp"

namespace calmcalf {

/// systemd, which listens at NOTIFY_SOCKET where it is the supervisor.
class SystemdSupervisor : public Supervisor {
 public:
  void ready() noexcept override;
  void status(std::string_view text) noexcept override;
  void reloading() noexcept override;
  void stopping() noexcept override;
};

}  // namespace calmcalf
