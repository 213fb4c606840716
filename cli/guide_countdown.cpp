// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/guide_countdown.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include "cli/interruption.hpp"
#include "cli/printable.hpp"
#include "domain/moment.hpp"
#include "language/columns.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

using Json = Service::Json;

/// Where Enter is pressed; none where somebody else is at the other end.
int keyboard() {
  return ::isatty(STDIN_FILENO) != 0 ? STDIN_FILENO : -1;
}

/// As far as can be told without waiting.
bool enter_was_pressed() {
  pollfd input{.fd = keyboard(), .events = POLLIN, .revents = 0};
  if (::poll(&input, 1, 0) <= 0 || (input.revents & POLLIN) == 0) return false;
  std::array<char, 256> typed{};
  return ::read(STDIN_FILENO, typed.data(), typed.size()) > 0;
}

std::int64_t seconds_left(const Json& guide, Instant now) {
  const auto ends =
      guide.contains("phase_ends") ? parse_moment(guide.at("phase_ends").get_ref<const std::string&>()) : std::nullopt;
  if (!ends) return guide.at("left").get<std::int64_t>();
  return std::max<std::int64_t>((ends->at - now).count(), 0);
}

bool is_done(const Json& guide, Service& service) {
  const auto status = service.status();
  return std::ranges::any_of(status.at("steps"), [&](const Json& step) {
    return step.at("step") == guide.at("step") && step.at("night") == guide.at("night") &&
           step.at("number") == guide.at("number") && step.at("state") == "done";
  });
}

}  // namespace

std::string countdown_line(const Json& guide, Instant now) {
  const auto rounds = guide.at("rounds").get<int>();
  const auto round = rounds == 1 ? std::string{} : "   " + tr("round {} of {}", guide.at("round").get<int>(), rounds);
  return fmt::format("{}{:>6}{}", padded(printable(guide.at("doing").get<std::string>()), 24),
                     tr("{} s", seconds_left(guide, now)), round);
}

void count_down(Service& service, Surroundings& surroundings) {
  auto& out = surroundings.out;
  Interruption interruption;
  out.line(surroundings.ink.faint(tr("Enter pauses and goes on, Ctrl+C stops.")));
  std::string shown;
  Json last;
  service.follow_guide(keyboard(), [&](const Json& guide) {
    if (guide.empty()) return false;
    last = guide;
    if (interruption.has_come()) {
      service.ask("Stop", {}, Json::object());
      return false;
    }
    if (enter_was_pressed()) {
      out.write("\x1b[A");  // Enter moved on to the next line
      service.ask(guide.contains("phase_ends") ? "PauseGuide" : "ResumeGuide", {}, Json::object());
    }
    auto line = countdown_line(guide, surroundings.clock.now());
    if (line != shown) {
      out.write(fmt::format("\r\x1b[K{}", line));
      out.flush();
      shown = std::move(line);
    }
    return true;
  });
  out.write("\r\x1b[K");
  if (last.empty()) return;
  out.line(is_done(last, service) ? tr("That was it. Well done.") : tr("Stopped. The step is still to be done."));
}

}  // namespace calmcalf::cli
