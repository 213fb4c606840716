// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "fixed_zone.hpp"
#include "ports/control.hpp"
#include "ports/tray.hpp"
#include "routine_samples.hpp"

namespace calmcalf {

/// A service that remembers what it was asked for, and refuses it if it is told to.
struct AskedControl : Control {
  [[nodiscard]] Tonight tonight() const override { return told; }
  [[nodiscard]] const Zone& zone() const override { return *here; }
  [[nodiscard]] Instant now() const override { return clock; }
  std::optional<Refused> ask(const Request& request, Source source) override {
    asked.push_back(request);
    sources.push_back(source);
    return refusal;
  }
  Mistakes reload() override { return {}; }
  void reread_history() override {}

  Tonight told;
  Instant clock = at("2026-11-23T22:20:00");
  std::shared_ptr<const Zone> here = utc();
  std::optional<Refused> refusal;
  std::vector<Request> asked;
  std::vector<Source> sources;
};

/// A tray that remembers what it was to show, and in which a test chooses.
struct ShownTray : Tray {
  void on_choice(OnChoice callback) override { choose = std::move(callback); }
  void show(TrayFace face) override { faces.push_back(std::move(face)); }

  std::vector<TrayFace> faces;
  OnChoice choose;
};

/// An evening with a step for every state that can be answered: Bed at 22:30, it is 22:20.
inline Tonight sample_evening() {
  const auto moment = [](const char* when) { return Moment{at(when)}; };
  const auto evening = night("2026-11-23");
  Tonight tonight;
  tonight.mood = Tonight::Mood::due;
  tonight.night = evening;
  tonight.bedtime = moment("2026-11-23T22:30:00");
  const auto add = [&](const char* id, const char* title, const char* when, State state) -> Tonight::Step& {
    tonight.steps.push_back({.id = {evening, {id}},
                             .title = title,
                             .at = moment(when),
                             .state = state,
                             .snoozed_until = {},
                             .may_snooze = {}});
    return tonight.steps.back();
  };
  add("water", "Drink water", "2026-11-23T20:30:00", State::done);
  add("banana", "Eat a banana", "2026-11-23T21:00:00", State::missed);
  auto& bath = add("bath", "Warm bath", "2026-11-23T21:30:00", State::snoozed);
  bath.snoozed_until = moment("2026-11-23T22:25:00");
  auto& stretch = add("calf-stretch", "Stretch your calves", "2026-11-23T22:15:00", State::due);
  stretch.may_snooze = {std::chrono::minutes{10}, std::chrono::minutes{90}};
  stretch.has_guide = true;
  add("massage", "Massage", "2026-11-23T22:28:00", State::waiting);
  tonight.next = Tonight::Next{{evening, {"massage"}}, "Massage", moment("2026-11-23T22:28:00")};
  return tonight;
}

}  // namespace calmcalf
