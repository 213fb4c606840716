// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "cli/report/sections.hpp"
#include "domain/catalogue.hpp"
#include "language/local_dates.hpp"
#include "language/tr.hpp"
#include "language/words.hpp"

namespace calmcalf::cli {
namespace {

using TonightSteps = std::vector<Tonight::Step>;

/// What is due more often than this stands in one line.
constexpr std::size_t lines_of_a_step = 2;

std::string clock_on_wall(const Moment& moment, Night night) {
  return time_in_night(moment.at, moment.offset, night);
}

std::string state_in_words(const Tonight::Step& step, Night night) {
  switch (step.state) {
    case State::waiting:
      return tr("to come");
    case State::due:
      return tr("due now");
    case State::snoozed:
      return step.snoozed_until ? tr("snoozed until {}", clock_on_wall(*step.snoozed_until, night))
                                : in_words(step.state);
    case State::done:
    case State::skipped:
      return in_words(step.state);
    case State::missed:
      return tr("not answered");
    case State::unseen:
      return tr("not shown");
    case State::paused:
      return tr("fell into a pause");
  }
  return {};
}

/// Tonight's steps, those of one step together, in order of the first.
std::vector<TonightSteps> step_by_step(const TonightSteps& steps) {
  std::vector<TonightSteps> together;
  for (const auto& step : steps) {
    const auto same = std::ranges::find_if(together, [&](const auto& some) { return some[0].id.step == step.id.step; });
    if (same == together.end())
      together.push_back({step});
    else
      same->push_back(step);
  }
  return together;
}

class TonightWriter {
 public:
  TonightWriter(Markup& out, const Routine& routine, Night night) : out_{out}, routine_{routine}, night_{night} {}

  void write(const TonightSteps& of_one) {
    if (of_one.size() > lines_of_a_step) {
      const auto done = std::ranges::count(of_one, State::done, &Tonight::Step::state);
      return line(of_one[0],
                  tr("{} to {}", clock_on_wall(of_one.front().at, night_), clock_on_wall(of_one.back().at, night_)),
                  tr("{} of {} done", done, of_one.size()));
    }
    for (const auto& step : of_one) line(step, clock_on_wall(step.at, night_), state_in_words(step, night_));
  }

 private:
  void line(const Tonight::Step& step, std::string_view time, std::string_view state) {
    out_.element("li", {}, [&] {
      out_.element("span", {{"class", "time"}}, time);
      out_.text(" ");
      out_.element("span", {{"class", "what"}, {"dir", "auto"}}, step.title);
      out_.text(" ");
      out_.element("span", {{"class", fmt::format("state is-{}", name_of(step.state))}}, state);
      if (const auto* known = routine_.find(step.id.step))
        for (const auto& note : notes_for(*known, routine_.cautions))
          out_.element("p", {{"class", "caution"}}, tr(note.text));
    });
  }

  Markup& out_;
  const Routine& routine_;
  Night night_;
};

void write_evening(Markup& out, const Routine& routine, const Tonight& tonight) {
  out.element("p", tr("The night of {}. Bedtime is at {}.", date_in_words(tonight.night),
                      clock_on_wall(tonight.bedtime, tonight.night)));
  if (tonight.paused_until)
    out.element("p", tr("Reminders are paused until {}.", clock_on_wall(*tonight.paused_until, tonight.night)));
  if (tonight.steps.empty()) return out.element("p", tr("Nothing is due tonight."));
  out.element("ol", {{"class", "evening plain"}}, [&] {
    TonightWriter writer{out, routine, tonight.night};
    for (const auto& of_one : step_by_step(tonight.steps)) writer.write(of_one);
  });
}

}  // namespace

void write_tonight(Markup& out, const ReportMaterial& material) {
  out.element("section", {{"id", "tonight"}, {"aria-labelledby", "tonight-heading"}}, [&] {
    out.element("h2", {{"id", "tonight-heading"}}, tr("Tonight"));
    if (material.tonight && material.routine != nullptr)
      write_evening(out, *material.routine, *material.tonight);
    else
      out.element("p", tr("There is no schedule that can be used, so tonight is not shown here. What is wrong with it, "
                          "\"calmcalf check\" says."));
  });
}

}  // namespace calmcalf::cli
