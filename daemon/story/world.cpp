// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "story/world.hpp"

#include <algorithm>
#include <utility>

namespace calmcalf::story {

World::World(const Zones& zones, ReadSchedule read_schedule, ReminderService::Observer observer)
    : zones_{zones}, observer_{std::move(observer)} {
  schedule_.read_file = std::move(read_schedule);
}

Reading World::StorySchedule::read() {
  auto reading = read_file(file);
  if (reading.routine != nullptr) kept = reading;
  return reading;
}

void World::settle() {
  while (!asleep_ && desktop_.deliver()) {
  }
  if (on_quiet_) on_quiet_();
}

void World::run_until(Instant instant) {
  while (!asleep_) {
    auto next = desktop_.next_timeout();
    if (is_running() && timer_.deadline()) next = std::min(next.value_or(Instant::max()), *timer_.deadline());
    if (!next || *next > instant) break;
    clock_.set(std::max(*next, now()));
    if (is_running() && timer_.deadline() && *timer_.deadline() <= now()) timer_.reach_deadline();
    settle();
  }
  clock_.set(instant);
}

void World::start() {
  service_ =
      std::make_unique<ReminderService>(ServiceParts{clock_, timer_, desktop_, history_, zones_, schedule_, log_});
  service_->observe(observer_);
  if (locked_) service_->session_locked();
  service_->start();
}

void World::stop() {
  service_->stop();
  crash();
}

void World::crash() {
  service_.reset();
  untold_.clear();
  timer_.disarm();
  desktop_.disconnect();
}

void World::wake() {
  asleep_ = false;
  tell([](ReminderService& service) { service.machine_woke(); });
  for (const auto& news : std::exchange(untold_, {})) tell(news);
}

void World::tell(std::function<void(ReminderService&)> news) {
  if (!is_running()) return;
  if (asleep_)
    untold_.push_back(std::move(news));
  else
    news(*service_);
}

void World::set_clock(Instant now) {
  clock_.set(now);
  if (is_running() && !asleep_) timer_.change_clock();
}

bool World::set_zone(const std::string& name) {
  auto zone = zones_.find(name);
  if (zone == nullptr) return false;
  zones_.move_to(std::move(zone));
  has_moved_ = true;
  tell([](ReminderService& service) { service.system_zone_changed(); });
  return true;
}

void World::use_schedule(std::filesystem::path file) {
  schedule_.file = std::move(file);
  if (has_moved_) return;
  const auto routine = schedule_.read_file(schedule_.file).routine;
  zones_.stand_where(routine == nullptr ? std::nullopt : routine->timezone);
}

void World::edit_schedule(std::filesystem::path file) {
  schedule_.file = std::move(file);
  tell([](ReminderService& service) { service.reload(); });
}

void World::lock() {
  locked_ = true;
  tell([](ReminderService& service) { service.session_locked(); });
}

void World::unlock() {
  locked_ = false;
  tell([](ReminderService& service) { service.session_unlocked(); });
}

}  // namespace calmcalf::story
