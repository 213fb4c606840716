// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/systemd/systemd_supervisor.hpp"

#include <algorithm>
#include <cinttypes>
#include <cstdint>
#include <ctime>
#include <string>

#include <systemd/sd-daemon.h>

namespace calmcalf {

void SystemdSupervisor::ready() noexcept {
  sd_notify(0, "READY=1");
}

void SystemdSupervisor::status(std::string_view text) noexcept {
  try {
    std::string line = "STATUS=" + std::string{text};
    std::ranges::replace(line, '\n', ' ');  // the next line would be another message
    sd_notify(0, line.c_str());
  } catch (const std::bad_alloc&) {  // it is told the next time
  }
}

void SystemdSupervisor::reloading() noexcept {
  // The time lets systemd 253 and newer tell the READY=1 that ends this reload from one sent before.
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  const std::uint64_t microseconds =
      static_cast<std::uint64_t>(now.tv_sec) * 1'000'000 + static_cast<std::uint64_t>(now.tv_nsec) / 1'000;
  sd_notifyf(0, "RELOADING=1\nMONOTONIC_USEC=%" PRIu64, microseconds);
}

void SystemdSupervisor::stopping() noexcept {
  sd_notify(0, "STOPPING=1");
}

}  // namespace calmcalf
