// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "generated_history.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>

namespace calmcalf {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr Duration berlin{hours{1}};  // all year: nobody looks at the clock that closely here
constexpr Duration bedtime{hours{22} + minutes{30}};

struct GeneratedStep {
  std::string_view id;
  Duration before_bed;
  double liked;  ///< how likely it is done on a usual night
};

constexpr std::array generated_steps{
    GeneratedStep{"water", hours{2}, 0.92},           GeneratedStep{"warm-bath", minutes{90}, 0.45},
    GeneratedStep{"banana", minutes{60}, 0.7},        GeneratedStep{"heel-walk", minutes{20}, 0.6},
    GeneratedStep{"calf-stretch", minutes{15}, 0.85}, GeneratedStep{"hamstring-stretch", minutes{10}, 0.75}};

constexpr std::array<std::string_view, 6> generated_notes{"After the long walk by the river.",
                                                          "Let go once I stood on it.",
                                                          "Legs were cold.",
                                                          "Forgot the stretches.",
                                                          "Twice, ten minutes apart.",
                                                          "The knot was still sore in the morning & at noon <left>."};

class GeneratedHistory {
 public:
  GeneratedHistory(unsigned seed, int moves_a_day) : random_{seed}, moves_a_day_{moves_a_day} {}

  [[nodiscard]] Ledger nights(Night last, int number) {
    for (auto night = last - (number - 1); night <= last; night = night.next()) add(night);
    return std::move(ledger_);
  }

 private:
  [[nodiscard]] bool happens(double likelihood) { return std::bernoulli_distribution{likelihood}(random_); }
  [[nodiscard]] int number(int least, int most) { return std::uniform_int_distribution{least, most}(random_); }

  static Instant at(Night night, Duration since_midnight) {
    return Instant{night.evening.time_since_epoch() + since_midnight - berlin};
  }

  void write(Instant at, Source source, entry::Body body) { ledger_.push_back({at, berlin, source, std::move(body)}); }

  void add(Night night) {
    // Zeal comes and goes over the weeks; now and then there are some days away.
    if (number(0, 9) == 0) zeal_ = std::clamp(zeal_ + 0.1 * number(-2, 2), 0.4, 1.05);
    if (away_ == 0 && happens(0.006)) away_ = number(2, 9);
    int done = 0;
    for (int nth = 1; nth <= moves_a_day_; ++nth) add_move(night, nth);
    for (const auto& step : generated_steps) done += end_of(step, night) == State::done ? 1 : 0;
    if (away_ > 0) --away_;
    add_diary(night, done);
  }

  State end_of(const GeneratedStep& step, Night night) {
    const Subject subject{{night, {std::string{step.id}}, 1}, at(night, bedtime - step.before_bed), berlin};
    if (away_ > 0) {
      write(subject.due + minutes{45}, Source::service, entry::Ended{subject, State::unseen});
      return State::unseen;
    }
    write(subject.due, Source::service, entry::Shown{subject});
    const auto how = happens(step.liked * zeal_) ? State::done : happens(0.35) ? State::skipped : State::missed;
    const auto source = how == State::missed ? Source::service : Source::notification;
    write(subject.due + minutes{how == State::missed ? 45 : number(0, 9)}, source, entry::Ended{subject, how});
    return how;
  }

  void add_move(Night night, int nth) {
    const Subject subject{{night, {"move"}, nth}, at(night, hours{8 + nth}), berlin};
    write(subject.due, Source::service, entry::Shown{subject});
    write(subject.due + minutes{3}, Source::notification,
          entry::Ended{subject, nth % 3 == 0 ? State::skipped : State::done});
  }

  void add_diary(Night night, int done) {
    if (away_ > 0 || !happens(0.85)) return;  // nobody keeps a diary every day
    const auto likelihood = done >= 5 ? 0.13 : 0.24;
    if (!happens(likelihood))
      return write(at(night, hours{32} + minutes{number(0, 90)}), Source::notification, entry::NoCramp{night});
    add_cramp(night);
    if (happens(0.15)) add_cramp(night);
  }

  void add_cramp(Night night) {
    constexpr std::array<int, 12> likely_hours{23, 25, 26, 26, 27, 27, 27, 28, 28, 29, 30, 30};
    const auto when =
        at(night, hours{likely_hours.at(static_cast<std::size_t>(number(0, 11)))} + minutes{number(0, 59)});
    Cramp cramp;
    if (happens(0.85)) cramp.at = when;
    if (cramp.at) cramp.at_offset = berlin;
    if (happens(0.9)) cramp.side = happens(0.6) ? CrampSide::left : happens(0.9) ? CrampSide::right : CrampSide::both;
    if (happens(0.85)) cramp.muscle = happens(0.75) ? Muscle::calf : static_cast<Muscle>(number(0, 4));
    if (happens(0.8)) cramp.severity = std::clamp(number(2, 6) + number(0, 4), 0, Cramp::most_severe);
    if (happens(0.6)) cramp.minutes = number(1, 9);
    cramp.woke = happens(0.8);
    if (happens(0.4)) cramp.triggers = {static_cast<Trigger>(number(0, 3))};
    if (happens(0.7)) cramp.relief = {Relief::stretch};
    if (happens(0.3)) cramp.relief.push_back(happens(0.5) ? Relief::walk : Relief::massage);
    if (happens(0.2)) cramp.note = generated_notes.at(static_cast<std::size_t>(number(0, 5)));
    write(std::max(when, ledger_.back().at + Duration{1}), Source::command, entry::Cramped{night, std::move(cramp)});
  }

  std::mt19937 random_;
  int moves_a_day_;
  Ledger ledger_;
  double zeal_ = 0.8;
  int away_ = 0;  ///< nights left
};

}  // namespace

Ledger generated_history(const GeneratedNights& nights, unsigned seed) {
  return GeneratedHistory{seed, nights.moves_a_day}.nights(nights.last, nights.number);
}

}  // namespace calmcalf
