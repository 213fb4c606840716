// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/cramp_words.hpp"
#include "cli/json_array.hpp"
#include "cli/printable.hpp"
#include "cli/recorded.hpp"
#include "cli/surroundings.hpp"
#include "domain/iso8601.hpp"
#include "domain/standing.hpp"
#include "domain/tr_noop.hpp"
#include "language/columns.hpp"
#include "language/local_dates.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

using Json = nlohmann::ordered_json;

template <class Named>
Json names_of(const std::vector<Named>& list) {
  auto names = Json::array();
  for (const auto one : list) names.push_back(name_of(one));
  return names;
}

Json to_json(Night night, int number, const DiaryCramp& known) {
  const auto& cramp = known.cramp;
  Json object{{"night", to_iso(night)}, {"number", number}};
  object["at"] = cramp.at ? Json(to_iso(*cramp.at, cramp.at_offset)) : Json{};
  if (cramp.side) object["side"] = name_of(*cramp.side);
  if (cramp.muscle) object["muscle"] = name_of(*cramp.muscle);
  if (cramp.severity) object["severity"] = *cramp.severity;
  if (cramp.minutes) object["minutes"] = *cramp.minutes;
  object["woke"] = cramp.woke;
  object["triggers"] = names_of(cramp.triggers);
  object["relief"] = names_of(cramp.relief);
  object["note"] = cramp.note;
  return object;
}

void print_json(const Standing& standing, Output& out) {
  JsonArray array{out};
  for (const auto& [night, progress] : standing.nights()) {
    int number = 0;
    for (const auto& cramp : progress.diary.cramps) array.add(json_text(to_json(night, ++number, cramp)));
    if (progress.diary.no_cramp) array.add(json_text({{"night", to_iso(night)}, {"no_cramp", true}}));
  }
  array.close();
}

std::string time_of(const Cramp& cramp, Night night) {
  return cramp.at ? time_in_night(*cramp.at, cramp.at_offset, night) : tr("some time");
}

void print_text(const Standing& standing, Surroundings& surroundings) {
  auto& out = surroundings.out;
  std::size_t time_width = columns_of(tr("some time"));
  for (const auto& [night, progress] : standing.nights())
    for (const auto& [id, cramp] : progress.diary.cramps)
      time_width = std::max(time_width, columns_of(time_of(cramp, night)));
  for (const auto& [night, progress] : standing.nights()) {
    if (!progress.diary.is_known()) continue;
    out.line(surroundings.ink.strong(date_in_words(night)));
    if (progress.diary.no_cramp) out.line(surroundings.ink.good("  " + tr("no cramp")));
    int number = 0;
    for (const auto& [id, cramp] : progress.diary.cramps) {
      const auto words = cramp_in_words(cramp);
      out.line(fmt::format("  {:>2}  {}  {}", ++number, padded(time_of(cramp, night), time_width),
                           words.empty() ? tr("a cramp") : fmt::format("{}", fmt::join(words, ", "))));
      if (!cramp.note.empty())
        out.line(fmt::format("      {}  {}", padded("", time_width), surroundings.ink.faint(printable(cramp.note))));
    }
  }
}

ExitStatus run_diary(const Invocation& invocation, Surroundings& surroundings) {
  const auto nights = asked_nights(invocation);
  const auto ledger = recorded(invocation, surroundings, nights);
  const Standing standing{ledger};
  if (invocation.wants_json())
    print_json(standing, surroundings.out);
  else if (std::ranges::none_of(standing.nights(), [](const auto& one) { return one.second.diary.is_known(); }))
    surroundings.out.line(nights.is_all() ? tr("The diary is empty.") : tr("The diary says nothing of these nights."));
  else
    print_text(standing, surroundings);
  return ExitStatus::done;
}

}  // namespace

Command diary_command() {
  return {.name = "diary",
          .summary = tr_noop("show the diary of cramps"),
          .about = tr_noop("Lists, night by night, the cramps in the diary, and the nights that are known to\n"
                           "have had none. Nights that nothing is known of are not listed. The numbers are\n"
                           "those that \"calmcalf amend\" and \"calmcalf remove-cramp\" go by.\n"
                           "\n"
                           "Exit status: 1 where the history is there but cannot be read."),
          .options = {{"--from", "D", tr_noop("the first night, such as 2026-11-23 (default: all)"), Kind::past_night},
                      {"--until", "D", tr_noop("the last night (default: all)"), Kind::past_night}},
          .examples = {{"calmcalf diary", tr_noop("all of it")},
                       {"calmcalf diary --from 2026-11-01", tr_noop("since then")}},
          .run = run_diary};
}

}  // namespace calmcalf::cli
