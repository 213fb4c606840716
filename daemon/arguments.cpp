// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "arguments.hpp"

#include <array>
#include <charconv>
#include <string_view>

#include <fmt/format.h>
#include <getopt.h>

#include "domain/iso8601.hpp"
#include "language/tr.hpp"
#include "version.hpp"

namespace calmcalf {

namespace {

constexpr int exit_usage = 2;
constexpr int fastest = 86'400;

constexpr std::string_view help =
    tr_noop(R"(calmcalfd - the service behind Calmcalf, a bedtime routine against night leg cramps

Usage: calmcalfd [OPTION]...

  --schedule FILE   the schedule, instead of ~/.config/calmcalf/routine.toml
  --history FILE    the history, instead of ~/.local/share/calmcalf/history.db
  -v, --verbose     log more; twice: log everything
  --help            show this and exit
  --version         show the version and exit

It is started by systemd:      systemctl --user enable --now calmcalf
To see an evening in a minute: calmcalf rehearse

An edited schedule is read again by itself, and on SIGHUP (systemctl --user reload calmcalf).
)");

enum Option : int { schedule = 256, history, show_help, show_version, rehearse, from, speed, json, ring };

Farewell misuse(const std::string& what) {
  return {fmt::format("calmcalfd: {}\n{}\n", what, tr("Try: calmcalfd --help")), exit_usage};
}

std::optional<std::variant<TimeOfDay, LocalTime>> parse_from(std::string_view text) {
  if (const auto time = parse_time_of_day(text)) return *time;
  if (const auto local = parse_local_time(text)) return *local;
  return std::nullopt;
}

std::optional<int> parse_speed(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 1 || value > fastest) return std::nullopt;
  return value;
}

}  // namespace

std::variant<Arguments, Farewell> parse_arguments(std::span<char*> words) {
  // The options of a rehearsal are for `calmcalf rehearse` to give; its help explains them. --ring is for ourselves.
  static constexpr std::array options{
      option{"schedule", required_argument, nullptr, Option::schedule},
      option{"history", required_argument, nullptr, Option::history},
      option{"verbose", no_argument, nullptr, 'v'},
      option{"help", no_argument, nullptr, Option::show_help},
      option{"version", no_argument, nullptr, Option::show_version},
      option{"rehearse", no_argument, nullptr, Option::rehearse},
      option{"from", required_argument, nullptr, Option::from},
      option{"speed", required_argument, nullptr, Option::speed},
      option{"json", no_argument, nullptr, Option::json},
      option{"ring", no_argument, nullptr, Option::ring},
      option{nullptr, 0, nullptr, 0},
  };
  Arguments arguments;
  RehearsalWish rehearsal;
  bool rehearses = false;
  opterr = 0;
  optind = 1;
  const auto count = static_cast<int>(words.size());
  for (int found = 0; (found = getopt_long(count, words.data(), ":v", options.data(), nullptr)) != -1;) {
    switch (found) {
      case Option::schedule:
        arguments.schedule = optarg;
        break;
      case Option::history:
        arguments.history = optarg;
        break;
      case 'v':
        ++arguments.verbosity;
        break;
      case Option::show_help:
        return Farewell{tr(help), 0};
      case Option::show_version:
        return Farewell{fmt::format("calmcalfd {}\n", version), 0};
      case Option::rehearse:
        rehearses = true;
        break;
      case Option::ring:
        arguments.rings = true;
        break;
      case Option::json:
        rehearsal.json = true;
        break;
      case Option::from:
        rehearsal.from = parse_from(optarg);
        if (!rehearsal.from) return misuse(tr("--from {}: write 20:30 or 2026-11-23T20:30", optarg));
        break;
      case Option::speed:
        rehearsal.speed = parse_speed(optarg);
        if (!rehearsal.speed) return misuse(tr("--speed {}: write a number from 1 to {}", optarg, fastest));
        break;
      case ':':
        return misuse(tr("{} needs a value", words[static_cast<std::size_t>(optind) - 1]));
      default:
        return misuse(tr("there is no option {}", words[static_cast<std::size_t>(optind) - 1]));
    }
  }
  if (optind < count) return misuse(tr("\"{}\" is one word too many", words[static_cast<std::size_t>(optind)]));
  if (rehearses) arguments.rehearsal = rehearsal;
  return arguments;
}

}  // namespace calmcalf
