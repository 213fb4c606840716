// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "adapters/simulated/memory_history.hpp"
#include "adapters/simulated/simulated_clock.hpp"
#include "adapters/simulated/simulated_desktop.hpp"
#include "app/reminder_service.hpp"

namespace calmcalf::story {

/// A machine in a story: its clock, zone, disk and desktop, and the service that lives, crashes and is started on it.
class World {
 public:
  using ReadSchedule = std::function<Reading(const std::filesystem::path&)>;

  World(const Zones& zones, ReadSchedule read_schedule, ReminderService::Observer observer);

  [[nodiscard]] Instant now() const { return clock_.now(); }
  [[nodiscard]] const Zone& zone() const { return *zones_.system(); }
  [[nodiscard]] bool is_running() const { return service_ != nullptr; }
  [[nodiscard]] bool is_asleep() const { return asleep_; }
  [[nodiscard]] bool is_locked() const { return locked_; }
  /// Only while it runs.
  [[nodiscard]] ReminderService& service() { return *service_; }
  [[nodiscard]] SimulatedDesktop& desktop() { return desktop_; }
  [[nodiscard]] MemoryHistory& history() { return history_; }

  /// Called each time that all which had to happen at an instant has happened.
  void on_quiet(std::function<void()> callback) { on_quiet_ = std::move(callback); }

  /// Lets time pass until `instant`, with all that happens on the way.
  void run_until(Instant instant);

  /// Lets happen what the last deed set going.
  void settle();

  void start();
  void stop();
  void crash();
  void suspend() { asleep_ = true; }
  void wake();
  void set_clock(Instant now);
  /// False where the machine knows no such zone.
  [[nodiscard]] bool set_zone(const std::string& name);
  /// Until the story names a zone, the machine stands where the schedule that it begins with is pinned.
  void use_schedule(std::filesystem::path file);
  void edit_schedule(std::filesystem::path file);
  void lock();
  void unlock();

 private:
  class MovableZones : public Zones {
   public:
    explicit MovableZones(const Zones& zones) : zones_{zones} { stand_where(std::nullopt); }
    [[nodiscard]] std::shared_ptr<const Zone> find(const std::string& name) const override { return zones_.find(name); }
    [[nodiscard]] std::shared_ptr<const Zone> system() const override { return system_; }
    void move_to(std::shared_ptr<const Zone> zone) { system_ = std::move(zone); }
    /// UTC where no zone is pinned: a story reads the same on every machine.
    void stand_where(const std::optional<std::string>& pinned) {
      system_ = zones_.find("UTC");
      system_ = pinned_or_system(pinned);
    }

   private:
    const Zones& zones_;
    std::shared_ptr<const Zone> system_;
  };

  struct StorySchedule : ScheduleSource {
    [[nodiscard]] Reading read() override;
    [[nodiscard]] Reading last_good() override { return kept; }

    ReadSchedule read_file;
    std::filesystem::path file;
    Reading kept;
  };

  struct SilentLog : Log {
    void write(Level /*level*/, std::string_view /*line*/) noexcept override {}
    [[nodiscard]] bool writes(Level /*level*/) const noexcept override { return false; }
  };

  SimulatedClock clock_;
  SimulatedTimer timer_;
  SimulatedDesktop desktop_{clock_};
  MemoryHistory history_;
  MovableZones zones_;
  StorySchedule schedule_;
  SilentLog log_;
  ReminderService::Observer observer_;
  /// The service learns of it: now, or when the machine wakes.
  void tell(std::function<void(ReminderService&)> news);

  std::function<void()> on_quiet_;
  std::vector<std::function<void(ReminderService&)>> untold_;
  std::unique_ptr<ReminderService> service_;
  bool asleep_ = false;
  bool locked_ = false;
  bool has_moved_ = false;  ///< the story said where to
};

}  // namespace calmcalf::story
