// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/inotify/settling.hpp"

#include <algorithm>
#include <utility>

namespace calmcalf {

Settling::Settling(const boost::asio::any_io_executor& executor, const Times& times, std::function<void()> on_settled)
    : times_{times}, alarm_{executor, [this, on_settled = std::move(on_settled)] {
                              at_the_latest_.reset();
                              on_settled();
                            }} {}

void Settling::note() {
  const auto now = Clock::now();
  if (!at_the_latest_) at_the_latest_ = now + times_.at_most;
  alarm_.ring_at(std::min(now + times_.quiet, *at_the_latest_));
}

}  // namespace calmcalf
