// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/mistake.hpp"
#include "domain/request.hpp"

namespace calmcalf::story {

/// When a line happens: at a local time, the next time the clock shows something, or some time after the line before.
/// Nothing: at the same instant.
using Time = std::variant<std::monostate, LocalTime, TimeOfDay, Duration>;

struct Statement;

struct SetZone {
  std::string name;
};
struct UseSchedule {
  std::string file;
};
struct Start {};
struct Stop {};
struct Crash {};
struct Suspend {};
struct Wake {};
/// Somebody sets the clock: by so much, or to a time.
struct SetClock {
  std::variant<Duration, LocalTime> change;
};
struct Lock {};
struct Unlock {};
struct Server {
  enum class Becomes { gone, back, hung };
  Becomes becomes = Becomes::back;
};
struct Edit {
  std::string file;
};
/// A person asks for something. `time` is the one that the request names: until when, or when it was.
struct Ask {
  Request request;
  Time time;
};
struct Dismiss {
  StepId step;
};
struct ExpectShown {
  std::vector<StepId> steps;
  bool shown = true;
};
struct ExpectState {
  StepId step;
  State state = State::waiting;
};
struct ExpectRefused {
  std::shared_ptr<const Statement> statement;
};
struct End {};

using Action = std::variant<SetZone, UseSchedule, Start, Stop, Crash, Suspend, Wake, SetClock, Lock, Unlock, Server,
                            Edit, Ask, Dismiss, ExpectShown, ExpectState, ExpectRefused, End>;

struct Statement {
  int line = 1;
  Time time;
  Action action;
  std::string text;  ///< as written, without its time
};

/// An evening in plain text, as `calmcalf simulate` plays it.
struct Story {
  std::vector<Statement> statements;
  Mistakes mistakes;  ///< a story with any cannot be played
};

/// Reads a story; `file` names it in mistakes. All mistakes are found, not just the first.
[[nodiscard]] Story read(std::string_view text, const std::string& file);

}  // namespace calmcalf::story
