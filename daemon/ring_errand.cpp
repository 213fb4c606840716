// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "ring_errand.hpp"

#include <exception>
#include <system_error>
#include <utility>

#include <boost/asio/post.hpp>
#include <fmt/format.h>

#include "adapters/process/harmless_text.hpp"

namespace calmcalf {

namespace {

/// A theme's sound for a message is over in a second or two.
constexpr CommandRun::Times ring_times{.at_most = std::chrono::seconds{30}};

}  // namespace

RingErrand::RingErrand(boost::asio::any_io_executor executor, Log& log)
    : executor_{std::move(executor)},
      log_{log},
      command_{.name = "ring", .words = {"/proc/self/exe", "--ring"}, .input = ""} {}

void RingErrand::ring() noexcept {
  try {
    boost::asio::post(executor_, [this] { run(); });
  } catch (const std::exception& failure) {
    log_.warning(failure.what());
  }
}

void RingErrand::run() {
  if (run_) return;
  try {
    run_ = std::make_shared<CommandRun>(executor_, command_, ring_times);
    run_->on_end([this](const Ending& ending) { end(ending); });
  } catch (const std::system_error& failure) {
    run_.reset();
    complain(failure.code().message());
  }
}

void RingErrand::end(const Ending& ending) {
  run_.reset();
  if (ending.because != Ending::Because::it_ended) return complain("it does not come to an end");
  if (ending.status == 0) return;
  const auto said = harmless_lines(ending.output);
  complain(said.empty() ? "what plays it fails" : said.front());
}

void RingErrand::complain(const std::string& why) {
  if (std::exchange(has_complained_, true)) return;
  log_.warning(fmt::format("Reminders make no sound: the notification server plays none, and {}.", why));
}

}  // namespace calmcalf
