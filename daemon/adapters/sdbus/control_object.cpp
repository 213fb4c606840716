// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/control_object.hpp"

#include <cerrno>
#include <vector>

#include <fmt/format.h>

#include "adapters/sdbus/bus_answer.hpp"
#include "adapters/sdbus/bus_arguments.hpp"
#include "adapters/sdbus/bus_writing.hpp"
#include "adapters/sdbus/control_call.hpp"
#include "domain/iso8601.hpp"

namespace calmcalf {

namespace {

constexpr const char* bus_name = "io.github.calmcalf.Calmcalf";
constexpr const char* errors = "io.github.calmcalf.Calmcalf1.Error";

const BusInterface control_interface{"/io/github/calmcalf/Calmcalf", "io.github.calmcalf.Calmcalf1"};

/// The last part of an error's name.
const char* error_name(Refusal::Why why) {
  using Why = Refusal::Why;
  switch (why) {
    case Why::unknown_step:
      return "UnknownStep";
    case Why::not_in_that_night:
      return "NotInThatNight";
    case Why::night_to_come:
      return "NightToCome";
    case Why::not_due_yet:
      return "NotDueYet";
    case Why::already_over:
      return "AlreadyOver";
    case Why::no_snooze_left:
      return "NoSnoozeLeft";
    case Why::past_the_evening:
      return "PastTheEvening";
    case Why::nothing_to_undo:
      return "NothingToUndo";
    case Why::no_guide:
      return "NoGuide";
    case Why::no_guide_running:
      return "NoGuideRunning";
    case Why::pause_in_the_past:
      return "PauseInThePast";
    case Why::pause_too_long:
      return "PauseTooLong";
    case Why::not_paused:
      return "NotPaused";
    case Why::too_late:
      return "TooLate";
    case Why::cramp_in_the_future:
      return "CrampInTheFuture";
    case Why::out_of_range:
      return "OutOfRange";
    case Why::night_had_a_cramp:
      return "NightHadACramp";
    case Why::no_such_cramp:
      return "NoSuchCramp";
    case Why::cramp_of_another_night:
      return "CrampOfAnotherNight";
    case Why::not_recorded:
      break;
  }
  return "NotRecorded";
}

/// A line each.
std::string errors_among(const Mistakes& mistakes) {
  std::string lines;
  for (const auto& mistake : mistakes) {
    if (mistake.severity != Mistake::Severity::error) continue;
    if (!lines.empty()) lines += '\n';
    lines += to_text(mistake);
  }
  return lines;
}

std::string iso_or_empty(const std::optional<Moment>& moment) {
  return moment ? to_iso(*moment) : std::string{};
}

void write_step(BusDictionary& to, const Tonight::Step& step) {
  to.add("night", to_iso(step.id.night));
  to.add("step", step.id.step.text);
  to.add("number", step.id.number);
  to.add("title", step.title);
  to.add("at", to_iso(step.at));
  to.add("state", name_of(step.state));
  if (step.snoozed_until) to.add("snoozed_until", to_iso(*step.snoozed_until));
  to.add("snoozes", step.snoozes);
}

void write_problem(BusDictionary& to, const Mistake& mistake) {
  to.add("file", mistake.file);
  to.add("line", mistake.line);
  to.add("column", mistake.column);
  to.add("key", mistake.key);
  to.add("message", mistake.message);
  to.add("severity", mistake.severity == Mistake::Severity::error ? "error" : "caution");
}

void write_next(BusDictionary& to, const Tonight::Next& next) {
  to.add("night", to_iso(next.id.night));
  to.add("step", next.id.step.text);
  to.add("number", next.id.number);
  to.add("title", next.title);
  to.add("at", to_iso(next.at));
}

void write_guide(BusDictionary& to, const Tonight::Guide& guide) {
  to.add("night", to_iso(guide.id.night));
  to.add("step", guide.id.step.text);
  to.add("number", guide.id.number);
  to.add("title", guide.title);
  to.add("doing", guide.doing);
  to.add("phase", guide.phase.kind == GuidePhase::Kind::hold ? "hold" : "rest");
  if (guide.phase.side) to.add("side", name_of(*guide.phase.side));
  to.add("round", guide.phase.round);
  to.add("rounds", guide.rounds);
  to.add("left", static_cast<std::int32_t>(guide.left.count()));
  if (guide.phase_ends) to.add("phase_ends", to_iso(*guide.phase_ends));
}

void write_happening(BusDictionary& to, const Happening& happening, const Zone& zone) {
  to.add("at", to_iso(moment_of(happening.at, zone)));
  if (happening.occurrence) to.add("step", happening.occurrence->step.text);
  if (happening.night) to.add("night", to_iso(*happening.night));
  if (happening.occurrence) to.add("number", happening.occurrence->number);
  std::vector<std::string> steps;
  for (const auto& id : happening.several) steps.push_back(id.step.text);
  if (!steps.empty()) to.add("steps", steps);
  if (happening.until) to.add("until", to_iso(moment_of(*happening.until, zone)));
  if (happening.source) to.add("source", name_of(*happening.source));
  if (!happening.text.empty()) to.add("message", happening.text);
}

}  // namespace

/// The interface as libsystemd wants it: C functions and a table of them.
struct ControlObject::Table {
  static const sd_bus_vtable rows[];

  static int ask(sd_bus_message* call, void* object, sd_bus_error* error) noexcept {
    auto& control = static_cast<ControlObject*>(object)->control_;
    return answer_call(error, [&] {
      const auto [request, source] = read_control_call(call, control);
      const auto refused = control.ask(request, source);
      if (!refused) return sd_bus_reply_method_return(call, nullptr);
      const auto name = fmt::format("{}.{}", errors, error_name(refused->why));
      return sd_bus_error_set(error, name.c_str(), refused->text.c_str());
    });
  }

  static int reload(sd_bus_message* call, void* object, sd_bus_error* error) noexcept {
    auto& control = static_cast<ControlObject*>(object)->control_;
    return answer_call(error, [&] {
      BusOptions{call}.finish();
      const auto mistakes = control.reload();
      if (!has_errors(mistakes)) return sd_bus_reply_method_return(call, nullptr);
      return sd_bus_error_set(error, fmt::format("{}.ScheduleRejected", errors).c_str(),
                              errors_among(mistakes).c_str());
    });
  }

  static int reread_history(sd_bus_message* call, void* object, sd_bus_error* error) noexcept {
    auto& control = static_cast<ControlObject*>(object)->control_;
    return answer_call(error, [&] {
      BusOptions{call}.finish();
      control.reread_history();
      return sd_bus_reply_method_return(call, nullptr);
    });
  }

  /// A property's getter. `write` appends what stands in `known_`.
  template <auto write>
  static int get(sd_bus* /*bus*/, const char* /*path*/, const char* /*interface*/, const char* /*property*/,
                 sd_bus_message* reply, void* object, sd_bus_error* error) noexcept {
    const auto& tonight = static_cast<ControlObject*>(object)->known_;
    return answer_call(error, [&] {
      write(reply, tonight);
      return 1;
    });
  }
};

namespace {

void write_mood(sd_bus_message* to, const Tonight& tonight) {
  write_text(to, name_of(tonight.mood));
}
void write_night(sd_bus_message* to, const Tonight& tonight) {
  write_text(to, to_iso(tonight.night));
}
void write_bedtime(sd_bus_message* to, const Tonight& tonight) {
  write_text(to, to_iso(tonight.bedtime));
}
void write_paused_until(sd_bus_message* to, const Tonight& tonight) {
  write_text(to, iso_or_empty(tonight.paused_until));
}
void write_steps(sd_bus_message* to, const Tonight& tonight) {
  write_dictionaries(to, tonight.steps, write_step);
}
void write_next_reminder(sd_bus_message* to, const Tonight& tonight) {
  BusDictionary dictionary{to};
  if (tonight.next) write_next(dictionary, *tonight.next);
  dictionary.close();
}
void write_running_guide(sd_bus_message* to, const Tonight& tonight) {
  BusDictionary dictionary{to};
  if (tonight.guide) write_guide(dictionary, *tonight.guide);
  dictionary.close();
}
void write_problems(sd_bus_message* to, const Tonight& tonight) {
  write_dictionaries(to, tonight.problems, write_problem);
}

/// Everybody on the session bus is its owner, so every method is open to whoever is there.
constexpr auto open_to_all = SD_BUS_VTABLE_UNPRIVILEGED;
constexpr auto tells_changes = SD_BUS_VTABLE_PROPERTY_EMITS_CHANGE;

}  // namespace

// NOLINTBEGIN: what libsystemd's macros unfold to
const sd_bus_vtable ControlObject::Table::rows[] = {
    SD_BUS_VTABLE_START(0),
    SD_BUS_PROPERTY("Mood", "s", get<write_mood>, 0, tells_changes),
    SD_BUS_PROPERTY("Night", "s", get<write_night>, 0, tells_changes),
    SD_BUS_PROPERTY("Bedtime", "s", get<write_bedtime>, 0, tells_changes),
    SD_BUS_PROPERTY("PausedUntil", "s", get<write_paused_until>, 0, tells_changes),
    SD_BUS_PROPERTY("Steps", "aa{sv}", get<write_steps>, 0, tells_changes),
    SD_BUS_PROPERTY("Next", "a{sv}", get<write_next_reminder>, 0, tells_changes),
    SD_BUS_PROPERTY("Guide", "a{sv}", get<write_running_guide>, 0, tells_changes),
    SD_BUS_PROPERTY("Problems", "aa{sv}", get<write_problems>, 0, tells_changes),
    SD_BUS_METHOD_WITH_ARGS("Done", SD_BUS_ARGS("as", steps, "a{sv}", options), SD_BUS_NO_RESULT, ask, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("Skip", SD_BUS_ARGS("as", steps, "a{sv}", options), SD_BUS_NO_RESULT, ask, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("Snooze", SD_BUS_ARGS("s", step, "a{sv}", options), SD_BUS_NO_RESULT, ask, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("Undo", SD_BUS_ARGS("a{sv}", options), SD_BUS_NO_RESULT, ask, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("Start", SD_BUS_ARGS("s", step, "a{sv}", options), SD_BUS_NO_RESULT, ask, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("Stop", SD_BUS_ARGS("a{sv}", options), SD_BUS_NO_RESULT, ask, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("PauseGuide", SD_BUS_ARGS("a{sv}", options), SD_BUS_NO_RESULT, ask, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("ResumeGuide", SD_BUS_ARGS("a{sv}", options), SD_BUS_NO_RESULT, ask, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("Pause", SD_BUS_ARGS("a{sv}", options), SD_BUS_NO_RESULT, ask, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("Resume", SD_BUS_ARGS("a{sv}", options), SD_BUS_NO_RESULT, ask, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("Later", SD_BUS_ARGS("x", seconds, "a{sv}", options), SD_BUS_NO_RESULT, ask, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("Cramp", SD_BUS_ARGS("a{sv}", options), SD_BUS_NO_RESULT, ask, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("NoCramp", SD_BUS_ARGS("a{sv}", options), SD_BUS_NO_RESULT, ask, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("AmendCramp", SD_BUS_ARGS("a{sv}", options), SD_BUS_NO_RESULT, ask, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("RemoveCramp", SD_BUS_ARGS("a{sv}", options), SD_BUS_NO_RESULT, ask, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("Reload", SD_BUS_ARGS("a{sv}", options), SD_BUS_NO_RESULT, reload, open_to_all),
    SD_BUS_METHOD_WITH_ARGS("RereadHistory", SD_BUS_ARGS("a{sv}", options), SD_BUS_NO_RESULT, reread_history,
                            open_to_all),
    SD_BUS_SIGNAL_WITH_ARGS("Happened", SD_BUS_ARGS("s", event, "a{sv}", details), 0),
    SD_BUS_VTABLE_END,
};
// NOLINTEND

ControlObject::ControlObject(BusConnection& bus, Control& control, Log& log, std::function<void()> on_named)
    : bus_{bus},
      control_{control},
      log_{log},
      on_named_{std::move(on_named)},
      known_{control.tonight()},
      object_{bus.offer(control_interface, Table::rows, this)},
      name_call_{bus.request_name(bus_name, [this](sd_bus_message* reply) { take_name_reply(reply); })} {}

void ControlObject::take_name_reply(sd_bus_message* reply) {
  constexpr std::uint32_t name_is_ours = 1;  // DBus specification, RequestName: DBUS_REQUEST_NAME_REPLY_PRIMARY_OWNER
  std::uint32_t answer = 0;
  if (sd_bus_message_read(reply, "u", &answer) <= 0 || answer != name_is_ours) {
    const auto why = error_text(reply);
    log_.warning(
        fmt::format("The name {} is not to be had on the session bus ({}). Reminders work; the command "
                    "calmcalf and the tray talk to whoever has it.",
                    bus_name, why.empty() ? "another program has it" : why));
  }
  on_named_();
}

void ControlObject::refresh() {
  auto tonight = control_.tonight();
  if (tonight == known_) return;
  std::vector<std::string> changed;
  const auto compare = [&](const auto& field, const char* property) {
    if (tonight.*field != known_.*field) changed.emplace_back(property);
  };
  compare(&Tonight::mood, "Mood");
  compare(&Tonight::night, "Night");
  compare(&Tonight::bedtime, "Bedtime");
  compare(&Tonight::paused_until, "PausedUntil");
  compare(&Tonight::steps, "Steps");
  compare(&Tonight::next, "Next");
  compare(&Tonight::guide, "Guide");
  compare(&Tonight::problems, "Problems");
  known_ = std::move(tonight);
  bus_.tell_changed(control_interface, changed);
}

void ControlObject::tell(const Happening& happening) {
  const auto signal = bus_.prepare_signal(control_interface, "Happened");
  if (!signal) return;
  write_text(signal.get(), name_of(happening.kind));
  BusDictionary details{signal.get()};
  write_happening(details, happening, control_.zone());
  details.close();
  bus_.send(signal);
}

}  // namespace calmcalf
