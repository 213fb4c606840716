// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/statistics_page.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "cli/comparison_words.hpp"
#include "cli/printable.hpp"
#include "cli/wrapped.hpp"
#include "domain/iso8601.hpp"

namespace calmcalf::cli {
namespace {

constexpr double hundred = 100;

/// The page as it grows.
class StatisticsPage {
 public:
  explicit StatisticsPage(const PageManner& manner) : manner_{manner} {}

  void heading(std::string_view text) {
    if (!text_.empty()) text_ += '\n';
    text_.append(ink().strong(text)).append("\n");
  }
  void line(std::string_view text) { text_.append("  ").append(text).append("\n"); }
  void sentence(std::string_view text) {
    for (const auto& part : wrapped(text, manner_.width - 2)) line(part);
  }
  void explain(std::string_view text) {
    if (!manner_.explains) return;
    for (const auto& part : wrapped(text, manner_.width - 4)) line("  " + ink().faint(part));
  }

  [[nodiscard]] const Ink& ink() const { return manner_.ink; }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  const PageManner& manner_;
  std::string text_;
};

std::string number_of_nights(int number) {
  return number == 1 ? "1 night" : fmt::format("{} nights", number);
}

std::string number_of_cramps(int number) {
  return number == 1 ? "1 cramp" : fmt::format("{} cramps", number);
}

int width_of_number(int number) {
  return static_cast<int>(fmt::formatted_size("{}", number));
}

/// How wide each column of the steps must be.
struct StepColumns {
  explicit StepColumns(const std::map<StepId, StepStatistics>& steps) {
    for (const auto& [id, step] : steps) {
      name = std::max(name, static_cast<int>(printable(id.text).size()));
      done = std::max(done, width_of_number(step.done));
      due = std::max(due, width_of_number(step.due));
      streak = std::max(streak, width_of_number(step.streak));
    }
  }

  int name = 0;
  int done = 0;
  int due = 0;
  int streak = 0;
};

std::string step_line(const StepId& id, const StepStatistics& step, const StepColumns& columns) {
  return fmt::format("{:<{}}  done {:>{}} of {:>{}}  {:>{}} {:<6} in a row  strength {:>3.0f} %", printable(id.text),
                     columns.name, step.done, columns.done, step.due, columns.due, step.streak, columns.streak,
                     step.streak == 1 ? "night" : "nights", step.strength() * hundred);
}

/// "2 skipped, 4 missed, 1 unseen"; empty where all was done.
std::string what_was_not_done(const StepStatistics& step) {
  std::string text;
  const auto add = [&](int number, std::string_view what) {
    if (number > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", number, what);
  };
  add(step.skipped, "skipped");
  add(step.missed, "missed");
  add(step.unseen, "unseen");
  add(step.paused, "paused");
  return text;
}

/// Why the streak is no longer.
std::string streak_explained(const StepStatistics& step) {
  const auto breaks = [](const StepNight& night) { return night.done < night.counted(); };
  const auto last = std::ranges::find_if(step.nights.rbegin(), step.nights.rend(), breaks);
  const auto streak = number_of_nights(step.streak) + " in a row: ";
  if (last == step.nights.rend()) return streak + "it was done whenever it counted.";
  return fmt::format("{}last broken in the night of {}, with {} of {} done.", streak, to_iso(last->night), last->done,
                     last->counted());
}

/// The last step of the sum, with its numbers.
std::string strength_explained(const StepStatistics& step) {
  const auto strength = fmt::format("Strength {:.0f} %: ", step.strength() * hundred);
  const auto last = std::ranges::find_if(step.nights.rbegin(), step.nights.rend(),
                                         [](const StepNight& night) { return night.counted() > 0; });
  if (last == step.nights.rend()) return strength + "no night of it counts yet.";
  const auto place = step.nights.rend() - last - 1;
  const auto before = place == 0 ? 0 : step.strengths[static_cast<std::size_t>(place) - 1];
  const auto kept = StepStatistics::kept_of_strength();
  return fmt::format("{}{:.3f} before the night of {} x {:.3f} + {} of {} done x {:.3f} = {:.3f}.", strength, before,
                     to_iso(last->night), kept, last->done, last->counted(), 1 - kept, step.strength());
}

void explain_step(const StepStatistics& step, StatisticsPage& page) {
  page.explain(fmt::format("Done {} of {}: {} done + {} skipped + {} missed + {} unseen + {} paused = {}.", step.done,
                           step.due, step.done, step.skipped, step.missed, step.unseen, step.paused, step.due));
  page.explain(streak_explained(step));
  page.explain(strength_explained(step));
}

void explain_steps(StatisticsPage& page) {
  const auto kept = StepStatistics::kept_of_strength();
  page.explain(
      "Done: of all times that the step was due and that have ended. Missed was shown and not answered; unseen was "
      "never shown; paused fell into a pause. What has not ended yet counts nowhere.");
  page.explain(
      "In a row: the latest nights in which it was done each time. Skipped and paused times are left out, and nights "
      "with no others neither break nor lengthen the row. Missed and unseen ones break it.");
  page.explain(fmt::format(
      "Strength: the score of Loop Habit Tracker. It begins at 0; after each night it is the strength before x {:.3f} "
      "+ the share done x {:.3f}, so that it halves in {} nights with nothing done. Skipped and paused times are left "
      "out.",
      kept, 1 - kept, StepStatistics::half_life));
}

void add_steps(const Statistics& statistics, StatisticsPage& page) {
  page.heading(fmt::format("Steps, in {}", number_of_nights(statistics.nights)));
  if (statistics.steps.empty()) return page.line("No step has ended yet.");
  const StepColumns columns{statistics.steps};
  for (const auto& [id, step] : statistics.steps) {
    page.line(step_line(id, step, columns));
    if (const auto others = what_was_not_done(step); !others.empty())
      page.line(fmt::format("{:<{}}  {}", "", columns.name, others));
    explain_step(step, page);
  }
  explain_steps(page);
}

void add_cramps(const Statistics& statistics, StatisticsPage& page) {
  const auto& cramps = statistics.cramps;
  const auto unknown = statistics.nights - cramps.nights_known;
  page.heading("Cramps");
  if (const auto per_week = cramps.per_week()) {
    page.line(fmt::format("{} of {} known with a cramp; {}, {:.1f} a week", cramps.nights_with,
                          number_of_nights(cramps.nights_known), number_of_cramps(cramps.cramps), *per_week));
    page.explain(fmt::format("A week: {} / {} known x 7 = {:.2f}.", number_of_cramps(cramps.cramps),
                             number_of_nights(cramps.nights_known), *per_week));
  } else {
    page.line("The diary knows of no night yet.");
  }
  page.explain("Known: the diary has a cramp in that night, or the word that there was none. Missing is not none.");
  if (unknown > 0)
    page.explain(fmt::format("Of {} more the diary says nothing: they count nowhere here.", number_of_nights(unknown)));
}

std::string percent_of(double proportion) {
  return fmt::format("{:.0f} %", proportion * hundred);
}

std::string group_line(std::string_view name, Count count, const Comparison& comparison) {
  return fmt::format("{:<21}  {:>{}} of {:>{}} nights with a cramp", name, count.k,
                     width_of_number(std::max(comparison.with.k, comparison.without.k)), count.n,
                     width_of_number(std::max(comparison.with.n, comparison.without.n)));
}

void add_interval(std::string line, Count count, const Interval& interval, StatisticsPage& page) {
  page.line(line.append(fmt::format(": {} ({} to {})", percent_of(count.proportion()), percent_of(interval.low),
                                    percent_of(interval.high))));
  page.explain(fmt::format(
      "Wilson's 95 % interval of {0} of {1}: its middle is ({0} + 1.92) / ({1} + 3.84) = {2:.1f} %, and it goes 1.96 x "
      "sqrt({0} x {3} / {1} + 0.96) / ({1} + 3.84) = {4:.1f} % to either side.",
      count.k, count.n, (interval.low + interval.high) / 2 * hundred, count.n - count.k,
      (interval.high - interval.low) / 2 * hundred));
}

void add_group(std::string_view name, Count count, const std::optional<Interval>& interval,
               const Comparison& comparison, StatisticsPage& page) {
  auto line = group_line(name, count, comparison);
  if (interval)
    add_interval(std::move(line), count, *interval, page);
  else
    page.line(line);
}

void explain_difference(const Comparison& comparison, StatisticsPage& page) {
  const auto with = comparison.with.proportion() * hundred;
  const auto without = comparison.without.proportion() * hundred;
  page.explain(fmt::format(
      "The difference is {0:.1f} % - {1:.1f} % = {2:+.1f}. Newcombe's 95 % interval puts the two of Wilson's together: "
      "from {2:.1f} - sqrt(({0:.1f} - {3:.1f})^2 + ({4:.1f} - {1:.1f})^2) = {7:+.1f} to {2:.1f} + sqrt(({5:.1f} - "
      "{0:.1f})^2 + ({1:.1f} - {6:.1f})^2) = {8:+.1f}.",
      with, without, with - without, comparison.with_interval->low * hundred,
      comparison.without_interval->high * hundred, comparison.with_interval->high * hundred,
      comparison.without_interval->low * hundred, comparison.difference->low * hundred,
      comparison.difference->high * hundred));
}

void explain_groups(const Statistics& statistics, StatisticsPage& page) {
  const auto& comparison = statistics.comparison;
  const auto compared = comparison.with.n + comparison.without.n;
  page.explain(
      "The routine is done in a night where each step that was due, and neither skipped nor paused, was done half of "
      "the times or more, and one at least was. Other nights are all others that the diary knows, those with nothing "
      "due too.");
  page.explain(fmt::format("Compared: {} of {} known. Left out: {} in which something has not ended yet.", compared,
                           number_of_nights(statistics.cramps.nights_known),
                           statistics.cramps.nights_known - compared));
  page.explain(
      fmt::format("Under {} nights in a group no interval is worked out, and so no difference. In those of Wilson 1.96 "
                  "stands for 95 % of a normal distribution; 3.84 is its square, 1.92 half of that, 0.96 a fourth.",
                  Comparison::enough));
}

void add_comparison(const Statistics& statistics, StatisticsPage& page) {
  const auto& comparison = statistics.comparison;
  page.heading("Routine and cramps");
  add_group("with the routine done", comparison.with, comparison.with_interval, comparison, page);
  add_group("other nights", comparison.without, comparison.without_interval, comparison, page);
  if (comparison.difference) {
    page.line(fmt::format("{:<21}  {} ({})", "difference", points_in_words(comparison.difference_in_proportion()),
                          points_in_words(*comparison.difference)));
    explain_difference(comparison, page);
  }
  explain_groups(statistics, page);
  page.sentence(verdict_of(comparison));
  page.explain("Cannot tell: where a group is too small, or the interval of the difference holds 0.");
  page.sentence(comparison_caveat());
  page.explain("Nights with the routine done can differ from others in other ways, too.");
}

}  // namespace

std::string statistics_page(const Statistics& statistics, const PageManner& manner) {
  StatisticsPage page{manner};
  add_steps(statistics, page);
  add_cramps(statistics, page);
  add_comparison(statistics, page);
  return page.text();
}

}  // namespace calmcalf::cli
