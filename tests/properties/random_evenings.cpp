// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "properties/random_evenings.hpp"

#include <array>
#include <random>
#include <span>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "domain/duration.hpp"
#include "domain/iso8601.hpp"

namespace calmcalf::properties {

namespace {

/// std::uniform_int_distribution differs from library to library; this does not.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_{seed} {}

  /// From `least` to `most`, both included.
  int number(int least, int most) {
    return least + static_cast<int>(engine_() % static_cast<std::uint64_t>(most - least + 1));
  }
  /// One time in `times`.
  bool once_in(int times) { return number(1, times) == 1; }

  template <class T, std::size_t Count>
  const T& one_of(const std::array<T, Count>& all) {
    return all.at(static_cast<std::size_t>(number(0, static_cast<int>(Count) - 1)));
  }

 private:
  std::mt19937_64 engine_;
};

using std::string_view_literals::operator""sv;

constexpr std::array step_names{"water"sv, "stretch"sv, "bath"sv, "banana"sv, "heels"sv};

/// A zone, and days around which its clocks change.
struct Place {
  std::string_view zone;
  std::array<std::string_view, 2> days;
};

constexpr std::array places{
    Place{"Europe/Berlin", {"2026-03-26", "2026-10-22"}},       Place{"America/New_York", {"2027-03-11", "2026-10-29"}},
    Place{"Australia/Lord_Howe", {"2026-10-01", "2027-04-01"}}, Place{"Europe/Dublin", {"2026-03-26", "2026-10-22"}},
    Place{"Africa/Casablanca", {"2026-02-12", "2026-03-19"}},   Place{"Antarctica/Troll", {"2026-03-26", "2026-10-22"}},
    Place{"Pacific/Chatham", {"2026-04-02", "2026-09-24"}},     Place{"Pacific/Apia", {"2011-12-27", "2026-06-01"}},
    Place{"Asia/Kolkata", {"2028-02-26", "2026-12-29"}},        Place{"UTC", {"2026-12-29", "2028-02-26"}}};

std::string in_quotes(std::string_view text) {
  return fmt::format("\"{}\"", text);
}

std::string minutes(Dice& dice, int least, int most) {
  return in_quotes(to_text(Duration{std::chrono::minutes{dice.number(least, most)}}));
}

std::string clock_time(Dice& dice, int first_hour, int last_hour) {
  const auto hour = dice.number(first_hour, last_hour) % 24;
  return fmt::format("{:02}:{:02}:00", hour, dice.once_in(2) ? 0 : dice.number(0, 59));
}

/// The keys of [reminders], which a step may override.
std::string rules(Dice& dice, int how_rare) {
  std::string text;
  if (dice.once_in(how_rare)) text += fmt::format("snooze = [{}]\n", minutes(dice, 1, 40));
  if (dice.once_in(how_rare)) text += fmt::format("max_snoozes = {}\n", dice.number(0, 4));
  if (dice.once_in(how_rare)) text += fmt::format("expires_after = {}\n", minutes(dice, 1, 120));
  if (dice.once_in(how_rare)) text += fmt::format("repeat_every = {}\n", minutes(dice, 1, 30));
  if (dice.once_in(how_rare)) text += fmt::format("repeat_at_most = {}\n", dice.number(0, 4));
  if (dice.once_in(how_rare))
    text += fmt::format("if_late = {}\n", in_quotes(dice.one_of(std::array{"merge"sv, "show"sv, "drop"sv})));
  if (dice.once_in(how_rare))
    text += fmt::format("when_locked = {}\n", in_quotes(dice.one_of(std::array{"hold"sv, "show"sv})));
  return text;
}

std::string time_of_step(Dice& dice) {
  switch (dice.number(1, 6)) {
    case 1:
      return fmt::format("at = {}\n", clock_time(dice, 17, 26));
    case 2: {
      const auto from = dice.number(8, 20);
      return fmt::format("every = {}\nfrom = {:02}:00:00\nuntil = {:02}:30:00\n", minutes(dice, 40, 150), from,
                         from + dice.number(0, 3));
    }
    default:
      return fmt::format("before_bed = {}\n", dice.once_in(6) ? in_quotes("0m") : minutes(dice, 1, 180));
  }
}

std::string step(Dice& dice, std::string_view name) {
  auto text = fmt::format("[[step]]\nid = {0}\ntitle = {0}\ntext = \"Do it.\"\n", in_quotes(name)) + time_of_step(dice);
  if (dice.once_in(6)) text += "weekdays = [\"monday\", \"wednesday\", \"saturday\", \"sunday\"]\n";
  if (dice.once_in(10)) text += "monthdays = [1, 2, 28, 29, 30, 31]\n";
  if (dice.once_in(6)) text += "guide = { rounds = 2, hold = \"30s\", rest = \"10s\" }\n";
  return text + rules(dice, 6);
}

std::string bedtime(Dice& dice) {
  auto text = fmt::format("[bedtime]\ntime = {}\n", clock_time(dice, 20, 26));
  if (dice.once_in(3)) text += fmt::format("weekdays = {{ saturday = {} }}\n", clock_time(dice, 21, 27));
  return text;
}

Evenings::Schedule schedule(Dice& dice, std::string file, const Place& place, std::string_view day) {
  Evenings::Schedule made{std::move(file), {}};
  if (dice.once_in(8)) made.tables.push_back(fmt::format("timezone = {}\n", in_quotes(place.zone)));
  made.tables.push_back(bedtime(dice));
  const auto night = *parse_night(day) + dice.number(1, 6);
  if (dice.once_in(4))
    made.tables.push_back(fmt::format("[[bedtime.exceptions]]\nfrom = {}\noff = true\n", to_iso(night)));
  if (dice.once_in(4))
    made.tables.push_back(
        fmt::format("[[bedtime.exceptions]]\nfrom = {}\ntime = {}\n", to_iso(night + 1), clock_time(dice, 19, 27)));
  if (const auto common = rules(dice, 3); !common.empty()) made.tables.push_back("[reminders]\n" + common);
  if (dice.once_in(3)) made.tables.push_back(fmt::format("[diary]\nmorning_check = {}\n", clock_time(dice, 5, 11)));
  const auto steps = dice.number(1, static_cast<int>(step_names.size()));
  for (int i = 0; i < steps; ++i) made.tables.push_back(step(dice, step_names.at(static_cast<std::size_t>(i))));
  return made;
}

/// Writes a story line by line, and knows what makes sense next.
class Author {
 public:
  Author(Dice& dice, Disturbance disturbance, Habit habit) : dice_{dice}, disturbance_{disturbance}, habit_{habit} {}

  std::vector<std::string> write(const Place& place, std::string_view day, int evenings) {
    lines_.push_back(fmt::format("zone {}", place.zone));
    lines_.emplace_back("schedule a.toml");
    lines_.push_back(fmt::format("{}T{:02}:00 start", day, dice_.number(10, 20)));
    while (elapsed_ < evenings * Duration{std::chrono::days{1}}) {
      wait();
      next();
    }
    recover();
    return std::move(lines_);
  }

 private:
  void wait() {
    switch (dice_.number(1, 20)) {
      case 1:
      case 2:
      case 3:
      case 4:
        waited_ = std::chrono::minutes{dice_.number(180, 840)};
        break;
      case 5:
      case 6:
      case 7:
        waited_ = std::chrono::minutes{dice_.number(20, 180)};
        break;
      case 8:
        waited_ = Duration{dice_.number(0, 90)};
        break;
      case 9:
        waited_ = Duration{0};
        break;
      default:
        waited_ = std::chrono::minutes{dice_.number(1, 25)};
    }
  }

  void say(std::string_view what) {
    elapsed_ += waited_;
    lines_.push_back(waited_ == Duration{0} ? std::string{what} : fmt::format("+{} {}", to_story(waited_), what));
    waited_ = Duration{0};
  }

  /// "1h 30m" is one word in a story.
  static std::string to_story(Duration duration) {
    auto text = to_text(duration);
    std::erase(text, ' ');
    return text;
  }

  std::string duration(int least, int most) { return to_story(std::chrono::minutes{dice_.number(least, most)}); }

  void next() {
    if (asleep_) return wake();
    if (!running_) return start();
    const auto what = dice_.number(1, 100);
    if (what <= 70) return answer();
    if (what <= 90) return machine();
    disturb();
  }

  void answer() {
    const auto name = dice_.one_of(step_names);
    switch (dice_.number(1, 24)) {
      case 1:
      case 2:
      case 3:
      case 4:
      case 5:
        return say(fmt::format("done {}", name));
      case 6:
      case 7:
        return say(fmt::format("skip {}", name));
      case 8:
      case 9:
      case 10:
        return say(fmt::format("snooze {}", name));
      case 11:
      case 12:
        return say(fmt::format("snooze {} {}", name, duration(1, 90)));
      case 13:
      case 14:
        return say(fmt::format("undo {}", name));
      case 15:
        return say("undo");
      case 16:
      case 17:
        return say(fmt::format("{} {}", habit_ == Habit::closes_popups ? "dismiss" : "done", name));
      case 18:
        return say(dice_.once_in(2) ? "pause" : fmt::format("pause +{}", duration(5, 240)));
      case 19:
      case 20:
        return say("resume");
      case 21:
        return say(fmt::format("later {}", duration(5, 90)));
      case 22:
        return say(dice_.once_in(2) ? "cramp --woke" : "no-cramp");
      case 23:
        return say(fmt::format("start-guide {}", name));
      default:
        return say(fmt::format("done {} {}", name, dice_.one_of(step_names)));
    }
  }

  void machine() {
    switch (dice_.number(1, 10)) {
      case 1:
      case 2:
        say("crash");
        if (dice_.once_in(2)) return say("start");
        running_ = false;
        return;
      case 3:
        say("stop");
        running_ = false;
        return;
      case 4:
      case 5:
        say("suspend");
        asleep_ = true;
        return;
      case 6:
      case 7:
        say(locked_ ? "unlock" : "lock");
        locked_ = !locked_;
        return;
      default:
        server_ = server_ != "back"sv ? "back"sv : dice_.once_in(2) ? "hung"sv : "gone"sv;
        return say(fmt::format("server {}", server_));
    }
  }

  void disturb() {
    switch (disturbance_) {
      case Disturbance::none:
        return answer();
      case Disturbance::edits:
        return say(fmt::format("edit {}", dice_.one_of(std::array{"a.toml"sv, "b.toml"sv, "c.toml"sv})));
      case Disturbance::zones:
        return say(fmt::format("zone {}", dice_.one_of(places).zone));
      case Disturbance::clocks:
        return say(fmt::format("clock {}{}", dice_.once_in(2) ? '+' : '-', clock_change()));
    }
  }

  std::string clock_change() {
    switch (dice_.number(1, 4)) {
      case 1:
        return to_story(Duration{dice_.number(1, 120)});
      case 2:
        return to_story(std::chrono::hours{dice_.number(6, 72)});
      default:
        return duration(1, 180);
    }
  }

  void wake() {
    say("wake");
    asleep_ = false;
  }

  void start() {
    say("start");
    running_ = true;
  }

  /// In the end everything works again, and what is still open has time to close.
  void recover() {
    if (asleep_) wake();
    if (!running_) start();
    if (locked_) say("unlock");
    if (server_ != "back"sv) say("server back");
    lines_.emplace_back("+3d end");
  }

  Dice& dice_;
  Disturbance disturbance_;
  Habit habit_;
  std::vector<std::string> lines_;
  Duration waited_{0};
  Duration elapsed_{0};
  bool running_ = true;
  bool asleep_ = false;
  bool locked_ = false;
  std::string_view server_ = "back";
};

}  // namespace

std::string Evenings::text_of(const Schedule& schedule) {
  std::string text;
  for (const auto& table : schedule.tables) text += (text.empty() ? "" : "\n") + table;
  return text;
}

std::string Evenings::story() const {
  std::string text;
  for (const auto& line : lines) text += line + '\n';
  return text;
}

Evenings random_evenings(std::uint64_t seed, int count, Habit habit) {
  Dice dice{seed};
  const auto disturbance = dice.one_of(std::array{Disturbance::none, Disturbance::none, Disturbance::none,
                                                  Disturbance::edits, Disturbance::zones, Disturbance::clocks});
  const auto& place = dice.one_of(places);
  const auto day = dice.one_of(place.days);
  Evenings evenings;
  evenings.count = count;
  evenings.schedules.push_back(schedule(dice, "a.toml", place, day));
  if (disturbance == Disturbance::edits) {
    evenings.schedules.push_back(schedule(dice, "b.toml", place, day));
    evenings.schedules.push_back({"c.toml", {"[bedtime]\ntime = \"late\"\n"}});
  }
  evenings.lines = Author{dice, disturbance, habit}.write(place, day, count);
  return evenings;
}

}  // namespace calmcalf::properties
