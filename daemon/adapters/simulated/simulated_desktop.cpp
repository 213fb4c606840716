// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/simulated/simulated_desktop.hpp"

#include <algorithm>
#include <utility>

namespace calmcalf {

void SimulatedDesktop::show(Notice notice) {
  switch (server_) {
    case Server::there:
      return put_on_screen(std::move(notice));
    case Server::gone:
      reports_.emplace_back(report::Failed{notice.key, report::Failed::Why::no_server, "no notification server runs"});
      return;
    case Server::hung:
      std::erase_if(waiting_, [&](const Call& call) { return call.notice.key == notice.key; });
      waiting_.push_back({std::move(notice), clock_.now() + call_timeout});
      return;
  }
}

void SimulatedDesktop::put_on_screen(Notice notice) {
  auto key = notice.key;
  reports_.emplace_back(report::Shown{key});
  screen_.insert_or_assign(std::move(key), std::move(notice));
}

void SimulatedDesktop::withdraw(const std::string& key) {
  std::erase_if(waiting_, [&](const Call& call) { return call.notice.key == key; });
  screen_.erase(key);
}

void SimulatedDesktop::become(Server server) {
  const auto before = std::exchange(server_, server);
  if (before == server) return;
  if (server == Server::gone) {
    screen_.clear();
    waiting_.clear();
    reports_.emplace_back(report::ServerGone{});
  } else if (server == Server::there) {
    if (before == Server::gone) reports_.emplace_back(report::ServerBack{});
    if (std::exchange(let_down_, false)) reports_.emplace_back(report::ServerAnswers{});
    for (auto& call : std::exchange(waiting_, {})) put_on_screen(std::move(call.notice));
  }
}

void SimulatedDesktop::disconnect() {
  listener_ = nullptr;
  waiting_.clear();
  reports_.clear();
}

std::optional<Instant> SimulatedDesktop::next_timeout() const {
  return waiting_.empty() ? std::nullopt : std::optional{waiting_.front().fails_at};
}

bool SimulatedDesktop::deliver() {
  while (!waiting_.empty() && waiting_.front().fails_at <= clock_.now()) {
    let_down_ = true;
    reports_.emplace_back(report::Failed{waiting_.front().notice.key, report::Failed::Why::no_answer,
                                         "the notification server does not answer"});
    waiting_.pop_front();
  }
  const auto due = std::exchange(reports_, {});
  if (listener_)
    for (const auto& report : due) listener_(report);
  return !due.empty();
}

void SimulatedDesktop::close(const std::string& key) {
  if (screen_.erase(key) > 0) reports_.emplace_back(report::Closed{key});
}

void SimulatedDesktop::press(const std::string& key, const std::string& action) {
  if (!screen_.contains(key)) return;
  reports_.emplace_back(report::Pressed{key, action});
  close(key);
}

}  // namespace calmcalf
