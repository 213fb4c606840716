// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <bitset>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/instant.hpp"

namespace calmcalf {

/// Names a step within a routine: 1 to 64 of a-z, 0-9 and '-'.
struct StepId {
  std::string text;

  friend auto operator<=>(const StepId&, const StepId&) = default;
};

/// Whether a text can name one.
[[nodiscard]] bool is_step_id(std::string_view text);

/// Something a person lives with that a step must mind.
enum class Caution {
  fluid_limit,
  potassium,
  neuropathy,
  pregnancy,
  artery_disease,
  clot,
  balance,
  injury,
  anticoagulant,
  stomach,
  kidney,
};

/// A change to the usual bedtime for some evenings: another time, or with none a rest day, on which nothing is due.
struct BedtimeException {
  Night from;
  Night until;  ///< inclusive
  std::optional<TimeOfDay> time;

  friend bool operator==(const BedtimeException&, const BedtimeException&) = default;
};

struct Bedtime {
  TimeOfDay usual;
  std::array<std::optional<TimeOfDay>, 7> weekdays;  ///< by std::chrono::weekday::c_encoding(): 0 is Sunday
  std::vector<BedtimeException> exceptions;          ///< the first match wins

  friend bool operator==(const Bedtime&, const Bedtime&) = default;
};

enum class IfLate { merge, show, drop };
enum class WhenLocked { hold, show };
enum class Urgency { low, normal, critical };

/// How a step reminds.
struct ReminderRules {
  std::vector<Duration> snooze{std::chrono::minutes{10}, std::chrono::minutes{30}};  ///< never empty; first: the button
  int max_snoozes = 3;
  Duration expires_after = std::chrono::minutes{45};
  Duration repeat_every = std::chrono::minutes{10};
  int repeat_at_most = 2;
  IfLate if_late = IfLate::merge;
  WhenLocked when_locked = WhenLocked::hold;
  Urgency urgency = Urgency::normal;
  bool sound = true;

  friend bool operator==(const ReminderRules&, const ReminderRules&) = default;
};

/// Real time elapsed before bedtime; zero is bedtime itself.
struct BeforeBed {
  Duration ahead{0};

  friend bool operator==(const BeforeBed&, const BeforeBed&) = default;
};

/// Earlier times are after midnight: of the night's date, but on the next day.
inline constexpr TimeOfDay small_hours_end{std::chrono::hours{4}};

/// A time on the clock of the night's date; before 04:00 it is after midnight, on the date's next day.
struct AtTime {
  TimeOfDay time;

  friend bool operator==(const AtTime&, const AtTime&) = default;
};

/// Every so much real time, from one time on the clock until another, both included. Before 04:00 as in AtTime; but
/// what begins before 04:00 and goes on until then or later does so on one day, the night's date.
struct Every {
  Duration interval{0};
  TimeOfDay from;
  TimeOfDay until;

  /// Earlier times are of the next day.
  [[nodiscard]] constexpr TimeOfDay day_begins() const {
    return from < small_hours_end && until >= small_hours_end ? TimeOfDay{} : small_hours_end;
  }

  friend bool operator==(const Every&, const Every&) = default;
};

using When = std::variant<BeforeBed, AtTime, Every>;

enum class Side { left, right };

/// A guided exercise: each round holds and rests once for each side, or just once where no sides are given.
struct Guide {
  int rounds = 1;
  Duration hold{0};
  Duration rest{0};
  std::vector<Side> sides;

  /// From the first hold to the end of the last; the last rest is left out.
  [[nodiscard]] Duration length() const;

  friend bool operator==(const Guide&, const Guide&) = default;
};

struct Step {
  StepId id;
  StepId use;  ///< the catalogue's step behind this one; empty text where it is one's own
  std::string title;
  std::string text;
  When when;
  std::bitset<7> weekdays = std::bitset<7>{}.set();     ///< by c_encoding(): nights of these weekdays only
  std::bitset<32> monthdays = std::bitset<32>{}.set();  ///< nights of these days of the month only, 1 to 31
  ReminderRules rules;
  std::optional<Guide> guide;

  friend bool operator==(const Step&, const Step&) = default;
};

struct Diary {
  std::optional<TimeOfDay> morning_check;  ///< none: no question
  int see_doctor_at = 3;                   ///< cramp nights in seven; 0: never say so

  friend bool operator==(const Diary&, const Diary&) = default;
};

/// A user's own commands, by what happens: "due", "done", "missed", "cramp", "bedtime". Each is a program and its
/// arguments.
using Hooks = std::map<std::string, std::vector<std::string>, std::less<>>;

/// The schedule as values: what a person wrote, checked and with every default filled in.
struct Routine {
  std::optional<std::string> timezone;  ///< an IANA name that pins the zone; none: the system's
  Bedtime bedtime;
  std::vector<Step> steps;
  std::vector<Caution> cautions;
  Diary diary;
  Hooks hooks;

  [[nodiscard]] const Step* find(const StepId& id) const;

  friend bool operator==(const Routine&, const Routine&) = default;
};

[[nodiscard]] std::string_view name_of(Caution caution);
[[nodiscard]] std::optional<Caution> caution_named(std::string_view name);
[[nodiscard]] std::string_view name_of(Side side);

}  // namespace calmcalf
