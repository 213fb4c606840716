// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "bench_service.hpp"

#include <algorithm>

namespace calmcalf {

BenchService::BenchService(const std::filesystem::path& schedule, const std::filesystem::path& history, Instant now)
    : history_{SqliteHistory::open_for_service(history)},
      schedule_{schedule, [this](const std::string& name) { return zones_.find(name) != nullptr; }},
      service_{{clock_, timer_, desktop_, *history_, zones_, schedule_, log_}},
      hooks_{[this]() -> const Schedule& { return service_.evening().schedule(); }, commands_},
      control_{service_, [] {}},
      tray_desk_{control_, tray_, {.on_refused = [](const Refused& /*refused*/) {}}} {
  clock_.set(now);
}

void BenchService::start() {
  service_.observe([this](const Happening& happening) { hooks_.take(happening); });
  service_.follow([this] { tray_desk_.refresh(); });
  service_.start();
  settle();
}

void BenchService::run_until(Instant until) {
  while (timer_.deadline() && *timer_.deadline() <= until) {
    clock_.set(std::max(*timer_.deadline(), clock_.now()));
    timer_.reach_deadline();
    settle();
  }
  clock_.set(until);
}

void BenchService::press(const std::string& popup, const std::string& action) {
  desktop_.press(popup, action);
  settle();
}

void BenchService::settle() {
  while (desktop_.deliver()) {
  }
}

}  // namespace calmcalf
