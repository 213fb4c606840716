// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/sections.hpp"
#include "domain/iso8601.hpp"
#include "language/tr.hpp"

namespace calmcalf::toml_file {
namespace {

void read_weekdays(Section& bedtime, Bedtime& result) {
  auto weekdays = bedtime.table("weekdays");
  if (!weekdays) return;
  for (std::size_t day = 0; day < weekday_names.size(); ++day)
    result.weekdays[day] = weekdays->time(weekday_names[day]);
  weekdays->finish();
}

/// Exactly one of `time` and `off = true`.
std::optional<TimeOfDay> read_time_or_off(Section& exception) {
  const auto time = exception.time("time");
  const auto off = exception.flag("off");
  const bool has_time = exception.has("time");
  if (has_time && exception.has("off")) {
    exception.wrong("off", tr("stands beside a time, keep one of the two"));
  } else if (off == false) {
    exception.wrong("off", tr("is false, write off = true for a rest day, or a time instead"));
  } else if (!has_time && !exception.has("off")) {
    exception.wrong(tr("has neither time nor off, write time = 00:30:00, or off = true for a rest day"));
  }
  return time;
}

BedtimeException read_exception(Section& exception) {
  BedtimeException result;
  if (!exception.has("from")) exception.missing("from", "from = 2026-12-24");
  const auto from = exception.date("from");
  const auto until = exception.date("until");
  result.from = from.value_or(Night{});
  result.until = until.value_or(result.from);
  if (from && until && *until < *from) {
    exception.wrong("until", tr("is before from, write {} or later, or leave it out for one evening", to_iso(*from)));
  }
  result.time = read_time_or_off(exception);
  exception.finish();
  return result;
}

}  // namespace

Bedtime read_bedtime(Section& file) {
  Bedtime result;
  if (!file.has("bedtime")) file.wrong("bedtime", tr("is missing, write [bedtime] and below it time = 22:30:00"));
  auto bedtime = file.table("bedtime");
  if (!bedtime) return result;
  if (!bedtime->has("time")) bedtime->missing("time", "time = 22:30:00");
  result.usual = bedtime->time("time").value_or(TimeOfDay{});
  read_weekdays(*bedtime, result);
  for (Section& exception : bedtime->tables("exceptions")) {
    result.exceptions.push_back(read_exception(exception));
  }
  bedtime->finish();
  return result;
}

}  // namespace calmcalf::toml_file
