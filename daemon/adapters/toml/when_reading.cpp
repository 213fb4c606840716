// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "adapters/toml/meaning.hpp"
#include "adapters/toml/sections.hpp"
#include "domain/iso8601.hpp"
#include "language/tr.hpp"

namespace calmcalf::toml_file {
namespace {

constexpr DurationRange ahead_of_bed{Duration::zero(), std::chrono::hours{20}};
constexpr DurationRange intervals{std::chrono::minutes{1}, std::chrono::days{1}};
constexpr std::array<std::string_view, 3> ways{"before_bed", "at", "every"};

Duration into_the_day(TimeOfDay time, TimeOfDay day_begins) {
  return time.since_midnight + (time < day_begins ? Duration{std::chrono::days{1}} : Duration::zero());
}

std::vector<std::string_view> ways_given(Section& step) {
  std::vector<std::string_view> given;
  for (const std::string_view way : ways) {
    if (step.has(way)) given.push_back(way);
  }
  return given;
}

void refuse_range(Section& step) {
  for (const std::string_view key : {std::string_view{"from"}, std::string_view{"until"}}) {
    if (step.has(key)) step.wrong(key, tr("goes with every alone, add every = \"1h\" or leave it out"));
  }
}

std::optional<When> read_every(Section& step) {
  const auto interval = step.duration("every", intervals);
  if (!step.has("from")) step.missing("from", "from = 09:00:00");
  if (!step.has("until")) step.missing("until", "until = 17:00:00");
  const auto from = step.time("from");
  const auto until = step.time("until");
  if (!interval || !from || !until) return std::nullopt;
  const Every every{*interval, *from, *until};
  if (into_the_day(*until, every.day_begins()) < into_the_day(*from, every.day_begins()))
    step.wrong("until", tr("is before from, write {} or later (before 04:00 is after midnight)", with_seconds(*from)));
  return every;
}

std::optional<When> read_way(Section& step, std::string_view way) {
  if (way == "every") return read_every(step);
  if (way == "at") {
    const auto time = step.time("at");
    return time ? std::optional<When>{AtTime{*time}} : std::nullopt;
  }
  const auto ahead = step.duration("before_bed", ahead_of_bed);
  return ahead ? std::optional<When>{BeforeBed{*ahead}} : std::nullopt;
}

}  // namespace

std::optional<When> read_when(Section& step, const CatalogueStep* known) {
  const auto given = ways_given(step);
  if (given.size() > 1) step.wrong(given[1], tr("stands beside {}, keep one of before_bed, at and every", given[0]));
  auto when = known == nullptr ? std::nullopt : std::optional{known->when};
  // Each that is given is read, so that every mistake in it is told of.
  for (const auto way : given) when = read_way(step, way);
  if (std::ranges::find(given, "every") == given.end()) refuse_range(step);
  return when;
}

}  // namespace calmcalf::toml_file
