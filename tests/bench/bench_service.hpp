// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "adapters/simulated/simulated_clock.hpp"
#include "adapters/simulated/simulated_desktop.hpp"
#include "adapters/sqlite/sqlite_history.hpp"
#include "adapters/toml/routine_file.hpp"
#include "adapters/zone/glib_zones.hpp"
#include "app/hooks.hpp"
#include "app/reminder_service.hpp"
#include "app/service_control.hpp"
#include "app/tray_desk.hpp"

namespace calmcalf {

/// Counts what it is asked to show.
class CountingDesktop : public SimulatedDesktop {
 public:
  using SimulatedDesktop::SimulatedDesktop;
  void show(Notice notice) override {
    ++shows_;
    SimulatedDesktop::show(std::move(notice));
  }
  [[nodiscard]] int shows() const { return shows_; }

 private:
  int shows_ = 0;
};

/// The service on a real schedule and a real history, with its tray; time and the screen are simulated. What it does
/// until start() returns is what the real one does before it is ready, but for the buses.
class BenchService {
 public:
  BenchService(const std::filesystem::path& schedule, const std::filesystem::path& history, Instant now);

  void start();

  /// The clock reaches `until`, and whatever is due by then happens.
  void run_until(Instant until);

  void press(const std::string& popup, const std::string& action);

  [[nodiscard]] Tonight tonight() const { return control_.tonight(); }
  [[nodiscard]] const CountingDesktop& desktop() const { return desktop_; }

 private:
  struct SilentLog : Log {
    [[nodiscard]] bool writes(Level /*level*/) const noexcept override { return false; }
    void write(Level /*level*/, std::string_view /*text*/) noexcept override {}
  };
  struct LastFace : Tray {
    void on_choice(OnChoice /*callback*/) override {}
    void show(TrayFace shown) override { face = std::move(shown); }
    TrayFace face;
  };
  struct NoCommands : CommandRunner {
    void run(Command /*command*/) override {}
  };

  void settle();

  SimulatedClock clock_;
  SimulatedTimer timer_;
  CountingDesktop desktop_{clock_};
  GlibZones zones_;
  std::unique_ptr<SqliteHistory> history_;
  RoutineFile schedule_;
  SilentLog log_;
  ReminderService service_;
  NoCommands commands_;
  EventHooks hooks_;
  ServiceControl control_;
  LastFace tray_;
  TrayDesk tray_desk_;
};

}  // namespace calmcalf
