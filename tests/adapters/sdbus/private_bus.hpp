// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include <sys/types.h>

#include "adapters/environment_variable.hpp"
#include "adapters/fresh_folder.hpp"
#include "adapters/sdbus/bus_handles.hpp"

namespace calmcalf {

/// A dbus-daemon of the test's own, which passes for the system bus. It could start "org.example.Startable".
class PrivateBus {
 public:
  PrivateBus();
  PrivateBus(const PrivateBus&) = delete;
  PrivateBus& operator=(const PrivateBus&) = delete;
  ~PrivateBus() { kill(); }

  /// Somebody else on the bus, who does nothing unless told to. Its calls block.
  [[nodiscard]] BusHandle another() const;

  /// It hangs from then on.
  void stop() const;
  void kill();

 private:
  FreshFolder folder_;
  std::string address_;
  EnvironmentVariable environment_;
  pid_t process_ = 0;
};

}  // namespace calmcalf
