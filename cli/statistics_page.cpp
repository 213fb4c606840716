// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/statistics_page.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/comparison_words.hpp"
#include "cli/printable.hpp"
#include "cli/wrapped.hpp"
#include "domain/iso8601.hpp"
#include "language/columns.hpp"
#include "language/numbers.hpp"
#include "language/tr.hpp"

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

int width_of_number(int number) {
  return static_cast<int>(fmt::formatted_size("{}", number));
}

/// With spaces before it, up to that many columns.
std::string aligned(int number, int width) {
  return fmt::format("{:>{}}", number, width);
}

std::string streak_in_words(const StepStatistics& step) {
  return tr_plural("{} night in a row", "{} nights in a row", step.streak);
}

/// How wide each column of the steps must be.
struct StepColumns {
  explicit StepColumns(const std::map<StepId, StepStatistics>& steps) {
    for (const auto& [id, step] : steps) {
      name = std::max(name, columns_of(printable(id.text)));
      done = std::max(done, width_of_number(step.done));
      due = std::max(due, width_of_number(step.due));
      streak_number = std::max(streak_number, width_of_number(step.streak));
    }
    for (const auto& [id, step] : steps) streak = std::max(streak, columns_of(streak_of(step)));
  }

  /// Its number below those of other steps.
  [[nodiscard]] std::string streak_of(const StepStatistics& step) const {
    const auto before = static_cast<std::size_t>(streak_number - width_of_number(step.streak));
    return std::string(before, ' ') + streak_in_words(step);
  }

  std::size_t name = 0;
  int done = 0;
  int due = 0;
  int streak_number = 0;
  std::size_t streak = 0;
};

std::string step_line(const StepId& id, const StepStatistics& step, const StepColumns& columns) {
  // TRANSLATORS: a column of a table: how often a step was done, of the times that it was due
  const auto done = tr("done {} of {}", aligned(step.done, columns.done), aligned(step.due, columns.due));
  // TRANSLATORS: a column of a table: how strong the habit is
  const auto strength = tr("strength {} %", fmt::format("{:>3.0f}", step.strength() * hundred));
  return fmt::format("{}  {}  {}  {}", padded(printable(id.text), columns.name), done,
                     padded(columns.streak_of(step), columns.streak), strength);
}

/// "2 skipped, 4 missed, 1 unseen"; empty where all was done.
std::string what_was_not_done(const StepStatistics& step) {
  std::vector<std::string> parts;
  if (step.skipped > 0) parts.push_back(tr_plural("{} skipped", "{} skipped", step.skipped));
  if (step.missed > 0) parts.push_back(tr_plural("{} missed", "{} missed", step.missed));
  if (step.unseen > 0) parts.push_back(tr_plural("{} unseen", "{} unseen", step.unseen));
  if (step.paused > 0) parts.push_back(tr_plural("{} paused", "{} paused", step.paused));
  return fmt::format("{}", fmt::join(parts, ", "));
}

/// Why the streak is no longer.
std::string streak_explained(const StepStatistics& step) {
  const auto breaks = [](const StepNight& night) { return night.done < night.counted(); };
  const auto last = std::ranges::find_if(step.nights.rbegin(), step.nights.rend(), breaks);
  if (last == step.nights.rend())
    return tr_plural("{} night in a row: it was done whenever it counted.",
                     "{} nights in a row: it was done whenever it counted.", step.streak);
  return tr_plural("{} night in a row: last broken in the night of {}, with {} of {} done.",
                   "{} nights in a row: last broken in the night of {}, with {} of {} done.", step.streak,
                   to_iso(last->night), last->done, last->counted());
}

/// The last step of the sum, with its numbers.
std::string strength_explained(const StepStatistics& step) {
  const auto strength = decimal(step.strength() * hundred, 0);
  const auto last = std::ranges::find_if(step.nights.rbegin(), step.nights.rend(),
                                         [](const StepNight& night) { return night.counted() > 0; });
  if (last == step.nights.rend()) return tr("Strength {} %: no night of it counts yet.", strength);
  const auto place = step.nights.rend() - last - 1;
  const auto before = place == 0 ? 0 : step.strengths[static_cast<std::size_t>(place) - 1];
  const auto kept = StepStatistics::kept_of_strength();
  return tr("Strength {} %: {} before the night of {} x {} + {} of {} done x {} = {}.", strength, decimal(before, 3),
            to_iso(last->night), decimal(kept, 3), last->done, last->counted(), decimal(1 - kept, 3),
            decimal(step.strength(), 3));
}

void explain_step(const StepStatistics& step, StatisticsPage& page) {
  page.explain(tr("Done {0} of {1}: {0} done + {2} skipped + {3} missed + {4} unseen + {5} paused = {1}.", step.done,
                  step.due, step.skipped, step.missed, step.unseen, step.paused));
  page.explain(streak_explained(step));
  page.explain(strength_explained(step));
}

void explain_steps(StatisticsPage& page) {
  const auto kept = StepStatistics::kept_of_strength();
  page.explain(
      tr("Done: of all times that the step was due and that have ended. Missed was shown and not answered; unseen was "
         "never shown; paused fell into a pause. What has not ended yet counts nowhere."));
  page.explain(tr(
      "In a row: the latest nights in which it was done each time. Skipped and paused times are left out, and nights "
      "with no others neither break nor lengthen the row. Missed and unseen ones break it."));
  page.explain(
      tr("Strength: the score of Loop Habit Tracker. It begins at 0; after each night it is the strength before x {} "
         "+ the share done x {}, so that it halves in {} nights with nothing done. Skipped and paused times are left "
         "out.",
         decimal(kept, 3), decimal(1 - kept, 3), StepStatistics::half_life));
}

void add_steps(const Statistics& statistics, StatisticsPage& page) {
  page.heading(tr_plural("Steps, in {} night", "Steps, in {} nights", statistics.nights));
  if (statistics.steps.empty()) return page.line(tr("No step has ended yet."));
  const StepColumns columns{statistics.steps};
  for (const auto& [id, step] : statistics.steps) {
    page.line(step_line(id, step, columns));
    if (const auto others = what_was_not_done(step); !others.empty())
      page.line(std::string(columns.name + 2, ' ') + others);
    explain_step(step, page);
  }
  explain_steps(page);
}

void add_cramps(const Statistics& statistics, StatisticsPage& page) {
  const auto& cramps = statistics.cramps;
  const auto unknown = statistics.nights - cramps.nights_known;
  page.heading(tr("Cramps"));
  if (const auto per_week = cramps.per_week()) {
    const auto nights = tr_plural("{1} of {0} night known with a cramp", "{1} of {0} nights known with a cramp",
                                  cramps.nights_known, cramps.nights_with);
    const auto in_all = tr_plural("{} cramp, {} a week", "{} cramps, {} a week", cramps.cramps, decimal(*per_week, 1));
    page.line(nights + "; " + in_all);
    page.explain(tr("A week: {} / {} x 7 = {}.", tr_plural("{} cramp", "{} cramps", cramps.cramps),
                    tr_plural("{} night known", "{} nights known", cramps.nights_known), decimal(*per_week, 2)));
  } else {
    page.line(tr("The diary knows of no night yet."));
  }
  page.explain(tr("Known: the diary has a cramp in that night, or the word that there was none. Missing is not none."));
  if (unknown > 0)
    page.explain(tr_plural("Of {} night more the diary says nothing: it counts nowhere here.",
                           "Of {} nights more the diary says nothing: they count nowhere here.", unknown));
}

std::string percent_of(double proportion) {
  return fmt::format("{:.0f} %", proportion * hundred);
}

std::string tenths_of_percent(double proportion) {
  return decimal(proportion * hundred, 1);
}

/// What the lines of the comparison are of.
struct ComparisonNames {
  std::string with = tr("with the routine done");
  std::string without = tr("other nights");
  std::string difference = tr_context("of nights with the routine done and others", "difference");

  [[nodiscard]] std::size_t columns() const {
    return std::max({columns_of(with), columns_of(without), columns_of(difference)});
  }
};

std::string group_in_words(Count count, const std::optional<Interval>& interval, const Comparison& comparison) {
  const auto with_cramp = aligned(count.k, width_of_number(std::max(comparison.with.k, comparison.without.k)));
  const auto of_all = aligned(count.n, width_of_number(std::max(comparison.with.n, comparison.without.n)));
  if (!interval) return tr("{} of {} nights with a cramp", with_cramp, of_all);
  // TRANSLATORS: the percents are their share, and the interval that it is known to be in
  return tr("{} of {} nights with a cramp: {} ({} to {})", with_cramp, of_all, percent_of(count.proportion()),
            percent_of(interval->low), percent_of(interval->high));
}

/// The constants of the sum as people write them: 1.96 for 95 % of a normal distribution, and what its square is.
struct NormalDistribution {
  std::string for_95_percent = decimal(1.96, 2);
  std::string square = decimal(3.84, 2);
  std::string half_square = decimal(1.92, 2);
  std::string fourth_of_square = decimal(0.96, 2);
};

void explain_interval(Count count, const Interval& interval, StatisticsPage& page) {
  const NormalDistribution normal;
  page.explain(
      tr("Wilson's 95 % interval of {0} of {1}: its middle is ({0} + {5}) / ({1} + {6}) = {2} %, and it goes {7} x "
         "sqrt({0} x {3} / {1} + {8}) / ({1} + {6}) = {4} % to either side.",
         count.k, count.n, tenths_of_percent((interval.low + interval.high) / 2), count.n - count.k,
         tenths_of_percent((interval.high - interval.low) / 2), normal.half_square, normal.square,
         normal.for_95_percent, normal.fourth_of_square));
}

void add_group(const std::string& name, Count count, const std::optional<Interval>& interval,
               const Comparison& comparison, StatisticsPage& page) {
  page.line(name + "  " + group_in_words(count, interval, comparison));
  if (interval) explain_interval(count, *interval, page);
}

void explain_difference(const Comparison& comparison, StatisticsPage& page) {
  const auto with = comparison.with.proportion();
  const auto without = comparison.without.proportion();
  page.explain(
      tr("The difference is {0} % - {1} % = {9}. Newcombe's 95 % interval puts the two of Wilson's together: "
         "from {2} - sqrt(({0} - {3})^2 + ({4} - {1})^2) = {7} to {2} + sqrt(({5} - {0})^2 + ({1} - {6})^2) = {8}.",
         tenths_of_percent(with), tenths_of_percent(without), tenths_of_percent(with - without),
         tenths_of_percent(comparison.with_interval->low), tenths_of_percent(comparison.without_interval->high),
         tenths_of_percent(comparison.with_interval->high), tenths_of_percent(comparison.without_interval->low),
         signed_decimal(comparison.difference->low * hundred, 1),
         signed_decimal(comparison.difference->high * hundred, 1), signed_decimal((with - without) * hundred, 1)));
}

void explain_groups(const Statistics& statistics, StatisticsPage& page) {
  const auto& comparison = statistics.comparison;
  const auto compared = comparison.with.n + comparison.without.n;
  page.explain(tr(
      "The routine is done in a night where each step that was due, and neither skipped nor paused, was done half of "
      "the times or more, and one at least was. Other nights are all others that the diary knows, those with nothing "
      "due too."));
  page.explain(tr_plural("Compared: {1} of {0} night known. Left out: {2} in which something has not ended yet.",
                         "Compared: {1} of {0} nights known. Left out: {2} in which something has not ended yet.",
                         statistics.cramps.nights_known, compared, statistics.cramps.nights_known - compared));
  const NormalDistribution normal;
  page.explain(
      tr("Under {} nights in a group no interval is worked out, and so no difference. In those of Wilson {} "
         "stands for 95 % of a normal distribution; {} is its square, {} half of that, {} a fourth.",
         Comparison::enough, normal.for_95_percent, normal.square, normal.half_square, normal.fourth_of_square));
}

void add_comparison(const Statistics& statistics, StatisticsPage& page) {
  const auto& comparison = statistics.comparison;
  const ComparisonNames names;
  const auto width = names.columns();
  page.heading(tr("Routine and cramps"));
  add_group(padded(names.with, width), comparison.with, comparison.with_interval, comparison, page);
  add_group(padded(names.without, width), comparison.without, comparison.without_interval, comparison, page);
  if (comparison.difference) {
    page.line(fmt::format("{}  {} ({})", padded(names.difference, width),
                          points_in_words(comparison.difference_in_proportion()),
                          points_in_words(*comparison.difference)));
    explain_difference(comparison, page);
  }
  explain_groups(statistics, page);
  page.sentence(verdict_of(comparison));
  page.explain(tr("Cannot tell: where a group is too small, or the interval of the difference holds 0."));
  page.sentence(comparison_caveat());
  page.explain(tr("Nights with the routine done can differ from others in other ways, too."));
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
