// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "story/player.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "app/wording.hpp"
#include "story/world.hpp"

namespace calmcalf::story {

namespace {

class Player {
 public:
  explicit Player(const Stage& stage)
      : stage_{stage}, world_{stage.zones, stage.read_schedule, [this](const Happening& happening) {
                                stage_.on_happening(happening, zone_in_force());
                              }} {
    world_.use_schedule(stage.default_schedule);
    if (stage.inspect) world_.on_quiet([this] { stage_.inspect(world_); });
  }

  std::vector<Failure> play(const Story& story) {
    for (const auto& statement : story.statements) {
      statement_ = &statement;
      pass_time(statement.time);
      if (std::holds_alternative<End>(statement.action)) break;
      std::visit([this](const auto& action) { perform(action); }, statement.action);
      world_.settle();
    }
    return std::move(failures_);
  }

 private:
  /// The zone that the person of the story lives by: the schedule's, where it pins one.
  const Zone& zone_in_force() {
    return world_.is_running() ? world_.service().evening().schedule().zone() : world_.zone();
  }

  [[noreturn]] void give_up(const std::string& message) const {
    throw Unplayable{statement_->line, message, failures_};
  }
  void fail(const std::string& message) { failures_.push_back({statement_->line, message}); }

  std::optional<Instant> resolve(const Time& time) {
    if (std::holds_alternative<std::monostate>(time)) return std::nullopt;
    if (const auto* local = std::get_if<LocalTime>(&time)) return world_.zone().to_instant(*local);
    if (const auto* clock = std::get_if<TimeOfDay>(&time)) return world_.zone().next_showing(*clock, world_.now());
    return world_.now() + std::get<Duration>(time);
  }

  /// What is due at the very instant happens before the statement does.
  void pass_time(const Time& time) {
    const auto instant = resolve(time);
    if (!instant) return;
    if (began_ && *instant < world_.now()) give_up("this time is past; a story goes forward");
    if (began_)
      world_.run_until(*instant);
    else
      world_.set_clock(*instant);
    began_ = true;
  }

  void perform(const SetZone& action) {
    if (!world_.set_zone(action.name)) give_up(fmt::format("there is no zone \"{}\"", action.name));
  }
  void perform(const UseSchedule& action) { world_.use_schedule(stage_.folder / action.file); }
  void perform(const Edit& action) { world_.edit_schedule(stage_.folder / action.file); }
  void perform(const Start& /*action*/) {
    if (world_.is_running()) give_up("the service runs already");
    world_.start();
  }
  void perform(const Stop& /*action*/) {
    need_service();
    world_.stop();
  }
  void perform(const Crash& /*action*/) {
    need_service();
    world_.crash();
  }
  void perform(const Suspend& /*action*/) { world_.suspend(); }
  void perform(const Wake& /*action*/) { world_.wake(); }
  void perform(const Lock& /*action*/) { world_.lock(); }
  void perform(const Unlock& /*action*/) { world_.unlock(); }
  void perform(const SetClock& action) {
    if (const auto* by = std::get_if<Duration>(&action.change))
      world_.set_clock(world_.now() + *by);
    else
      world_.set_clock(world_.zone().to_instant(std::get<LocalTime>(action.change)));
  }
  void perform(const Server& action) {
    using Becomes = Server::Becomes;
    using State = SimulatedDesktop::Server;
    world_.desktop().become(action.becomes == Becomes::gone   ? State::gone
                            : action.becomes == Becomes::hung ? State::hung
                                                              : State::there);
  }
  void perform(const Ask& action) {
    const auto reason = ask(action);
    if (reason) stage_.on_refused({world_.now(), statement_->text, *reason}, zone_in_force());
  }
  void perform(const Dismiss& action) {
    need_service();
    const auto key = popup_showing(action.step);
    if (!key) return fail(fmt::format("no popup of {} is on the screen to be closed", action.step.text));
    world_.desktop().close(*key);
  }
  void perform(const ExpectShown& action) {
    for (const auto& step : action.steps) {
      if (popup_showing(step).has_value() == action.shown) continue;
      fail(fmt::format("{} is {} the screen; {}", step.text, action.shown ? "not on" : "on", screen_in_words()));
    }
  }
  void perform(const ExpectState& action) {
    need_service();
    const auto status = world_.service().evening().status(world_.now());
    const auto state = state_of(status, action.step);
    if (!state) return fail(fmt::format("{} is no step of the night", action.step.text));
    if (*state != action.state)
      fail(fmt::format("{} is {}, not {}", action.step.text, name_of(*state), name_of(action.state)));
  }
  void perform(const ExpectRefused& action) {
    if (!ask(std::get<Ask>(action.statement->action)))
      fail(fmt::format("\"{}\" was not refused", action.statement->text));
  }
  void perform(const End& /*action*/) {}

  void need_service() const {
    if (!world_.is_running()) give_up("the service does not run; write start first");
  }

  /// Why it was refused; none where it was not.
  std::optional<std::string> ask(const Ask& action) {
    if (!world_.is_running()) return "the service does not run";
    if (world_.is_asleep()) give_up("the machine is asleep; write wake first");
    auto request = action.request;
    if (const auto time = resolve_past_or_next(request, action.time)) {
      if (auto* pause = std::get_if<request::Pause>(&request)) pause->until = *time;
      if (auto* cramp = std::get_if<request::LogCramp>(&request)) cramp->cramp.at = *time;
    } else if (auto* cramp = std::get_if<request::LogCramp>(&request)) {
      cramp->cramp.at = world_.now();
    }
    auto& service = world_.service();
    const auto refusal = service.request(request, Source::command);
    return refusal ? std::optional{put_in_words(*refusal, service.evening())} : std::nullopt;
  }

  /// The time that a request names. A cramp was at the last such time of the clock, all else is at the next.
  std::optional<Instant> resolve_past_or_next(const Request& request, const Time& time) {
    const auto next = resolve(time);
    const auto is_past = std::holds_alternative<request::LogCramp>(request) && std::holds_alternative<TimeOfDay>(time);
    if (!next || !is_past || *next <= world_.now()) return next;
    return world_.zone().next_showing(std::get<TimeOfDay>(time), world_.now() - std::chrono::days{1});
  }

  /// By the step that it is about, or by its own name where it is about none: "schedule-mistake", "morning-check".
  std::optional<std::string> popup_showing(const StepId& step) {
    if (!world_.is_running()) return std::nullopt;
    const auto& evening = world_.service().evening();
    for (const auto& [key, notice] : world_.desktop().screen()) {
      const auto* popup = evening.popup(key);
      if (popup != nullptr && popup->steps.empty() && key == step.text) return key;
      if (popup != nullptr && std::ranges::any_of(popup->steps, [&](const auto& id) { return id.step == step; }))
        return key;
    }
    return std::nullopt;
  }

  std::string screen_in_words() {
    std::string titles;
    for (const auto& [key, notice] : world_.desktop().screen()) titles += (titles.empty() ? "" : ", ") + notice.title;
    return titles.empty() ? "the screen is empty" : "on it: " + titles;
  }

  /// How a step stands: of several occurrences in a night the last that has come, or the first.
  static std::optional<State> state_of(const Status& status, const StepId& step) {
    std::optional<State> state;
    for (const auto& line : status.steps) {
      if (line.id.step != step) continue;
      if (!state || line.state != State::waiting) state = line.state;
    }
    return state;
  }

  const Stage& stage_;
  World world_;
  const Statement* statement_ = nullptr;
  std::vector<Failure> failures_;
  bool began_ = false;
};

}  // namespace

std::vector<Failure> play(const Story& story, const Stage& stage) {
  return Player{stage}.play(story);
}

}  // namespace calmcalf::story
