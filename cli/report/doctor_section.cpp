// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/cramp_words.hpp"
#include "cli/report/cramp_figures.hpp"
#include "cli/report/hours.hpp"
#include "cli/report/sections.hpp"
#include "language/local_dates.hpp"
#include "language/numbers.hpp"
#include "language/tr.hpp"
#include "language/words.hpp"

namespace calmcalf::cli {
namespace {

constexpr std::size_t cramps_listed = 40;

std::string share_of(int number, int of_all) {
  return tr("{} of {}", number, of_all);
}

/// "calf 12, foot 2": what there is of a kind, most often first; "not said" where there is nothing.
template <class Kind, std::size_t count>
std::string most_often_first(const std::array<int, count>& numbers) {
  std::vector<std::pair<int, std::string>> named;
  for (std::size_t place = 0; place < count; ++place)
    if (numbers.at(place) > 0) named.emplace_back(numbers.at(place), in_words(static_cast<Kind>(place)));
  if (named.empty()) return tr("not said");
  std::ranges::stable_sort(named, std::ranges::greater{}, &std::pair<int, std::string>::first);
  std::vector<std::string> parts;
  for (const auto& [number, name] : named) parts.push_back(fmt::format("{} {}", name, number));
  return fmt::format("{}", fmt::join(parts, ", "));
}

/// A whole number, or one and a half.
std::string median_in_words(double median) {
  return decimal(median, median == std::floor(median) ? 0 : 1);
}

std::string spread_in_words(const std::optional<Spread>& spread, int of_all) {
  if (!spread) return tr("not said");
  return tr("median {}, from {} to {} (said of {} of {})", median_in_words(spread->median), spread->least, spread->most,
            spread->number, of_all);
}

std::string hour_in_words(int hour) {
  constexpr int hours_of_day = 24;
  return tr("{} to {}", hour_on_clock(hour), hour_on_clock((hour + 1) % hours_of_day));
}

std::string typical_hour_in_words(const CrampFigures& figures) {
  if (figures.with_time == 0) return tr("not said");
  const auto typical = typical_hours(figures.hours);
  const auto most = figures.hours.at(static_cast<std::size_t>(typical.front()));
  const auto known = figures.with_time;
  if (typical.size() == 1) return tr("{}, {} of {} with a time", hour_in_words(typical[0]), most, known);
  if (typical.size() == 2)
    return tr("{} and {}, each {} of {} with a time", hour_in_words(typical[0]), hour_in_words(typical[1]), most,
              known);
  return tr("no hour stands out among {} with a time", known);
}

void write_fact(Markup& out, std::string_view name, std::string_view value) {
  out.element("div", {}, [&] {
    out.element("dt", name);
    out.element("dd", value);
  });
}

void write_facts(Markup& out, const CrampFigures& figures) {
  out.element("dl", {{"class", "facts"}}, [&] {
    write_fact(out, tr("Nights with cramps"), tr("{} of {} known", figures.nights_with, figures.nights_known));
    write_fact(out, tr("Cramps a week"),
               tr("{} ({} in all)", decimal(figures.per_week().value_or(0), 1), figures.cramps));
    write_fact(out, tr("Hour"), typical_hour_in_words(figures));
    write_fact(out, tr("Side"), most_often_first<CrampSide>(figures.sides));
    write_fact(out, tr("Muscle"), most_often_first<Muscle>(figures.muscles));
    write_fact(out, tr("Severity, 0 to {}", Cramp::most_severe), spread_in_words(figures.severity, figures.cramps));
    write_fact(out, tr("Minutes"), spread_in_words(figures.minutes, figures.cramps));
    write_fact(out, tr("Woke from sleep"), share_of(figures.woke, figures.cramps));
    write_fact(out, tr("On days with"), most_often_first<Trigger>(figures.triggers));
    write_fact(out, tr("What was tried"), most_often_first<Relief>(figures.reliefs));
  });
}

std::string when_in_words(const DatedCramp& dated) {
  return dated.cramp->at ? time_in_night(*dated.cramp->at, dated.cramp->at_offset, dated.night)
                         : tr("during the night");
}

void write_dated_cramp(Markup& out, const DatedCramp& dated) {
  out.element("li", {}, [&] {
    out.element("span", {{"class", "when"}}, fmt::format("{}, {}", day_in_words(dated.night), when_in_words(dated)));
    if (const auto words = cramp_in_words(*dated.cramp); !words.empty())
      out.element("span", {{"class", "details"}}, fmt::format("{}", fmt::join(words, ", ")));
    if (!dated.cramp->note.empty()) out.element("q", {{"class", "note"}, {"dir", "auto"}}, dated.cramp->note);
  });
}

void write_last_cramps(Markup& out, const std::vector<DatedCramp>& cramps) {
  out.element("h3", tr("The last cramps"));
  out.element("p", {{"class", "hint"}},
              tr("The latest first, {} at the most; on paper as many as there is room for. The day is that of "
                 "the evening before.",
                 cramps_listed));
  out.element("ol", {{"class", "last-cramps plain"}}, [&] {
    auto left = std::min(cramps.size(), cramps_listed);
    for (auto dated = cramps.rbegin(); left > 0; ++dated, --left) write_dated_cramp(out, *dated);
  });
}

}  // namespace

void write_doctor_page(Markup& out, const ReportMaterial& material) {
  const auto figures = cramp_figures(material, material.recent);
  out.element("section", {{"id", "doctor"}, {"class", "doctor"}, {"aria-labelledby", "doctor-heading"}}, [&] {
    out.element("h2", {{"id", "doctor-heading"}}, tr("For the doctor"));
    out.element("p",
                tr("Leg cramps at night, as a diary has them from {} to {}. It says nothing of nights that are not "
                   "known: missing is not none.",
                   day_in_words(material.recent.first), day_in_words(material.recent.last)));
    if (figures.nights_known == 0) return out.element("p", tr("The diary knows of no night in this time yet."));
    write_facts(out, figures);
    if (figures.cramps > 0) write_last_cramps(out, cramps_of(material, material.recent));
  });
}

}  // namespace calmcalf::cli
