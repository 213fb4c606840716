// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/libnotify/requests.hpp"

#include <algorithm>
#include <utility>

namespace calmcalf {

void Requests::show(Notice notice) {
  const std::scoped_lock lock{mutex_};
  drop_showing(notice.key);
  showings_.push_back({.notice = std::move(notice)});
}

void Requests::withdraw(const std::string& key) {
  const std::scoped_lock lock{mutex_};
  drop_showing(key);
  withdrawals_.push_back(key);
}

void Requests::settle() {
  const std::scoped_lock lock{mutex_};
  settled_ = true;
}

void Requests::stop() {
  const std::scoped_lock lock{mutex_};
  stopped_ = true;
}

bool Requests::has_showing() const {
  const std::scoped_lock lock{mutex_};
  return !stopped_ && !showings_.empty();
}

bool Requests::has_showing(const std::string& key) const {
  const std::scoped_lock lock{mutex_};
  return std::ranges::any_of(showings_, [&](const Showing& showing) { return showing.notice.key == key; });
}

bool Requests::is_settled() const {
  const std::scoped_lock lock{mutex_};
  return settled_;
}

bool Requests::is_stopped() const {
  const std::scoped_lock lock{mutex_};
  return stopped_;
}

std::optional<Requests::Showing> Requests::take_showing() {
  const std::scoped_lock lock{mutex_};
  if (stopped_ || showings_.empty()) return std::nullopt;
  Showing oldest = std::move(showings_.front());
  showings_.pop_front();
  return oldest;
}

std::deque<Requests::Showing> Requests::take_showings() {
  const std::scoped_lock lock{mutex_};
  return std::exchange(showings_, {});
}

std::vector<std::string> Requests::take_withdrawals() {
  const std::scoped_lock lock{mutex_};
  return std::exchange(withdrawals_, {});
}

void Requests::put_back(Notice notice) {
  const std::scoped_lock lock{mutex_};
  const auto same_key = [&](const Showing& showing) { return showing.notice.key == notice.key; };
  if (std::ranges::any_of(showings_, same_key) || std::ranges::find(withdrawals_, notice.key) != withdrawals_.end())
    return;
  showings_.push_front({.notice = std::move(notice), .again = true});
}

void Requests::drop_showing(const std::string& key) {
  std::erase_if(showings_, [&](const Showing& showing) { return showing.notice.key == key; });
}

}  // namespace calmcalf
