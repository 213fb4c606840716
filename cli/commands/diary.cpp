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
#include "cli/english_dates.hpp"
#include "cli/json_array.hpp"
#include "cli/printable.hpp"
#include "cli/recorded.hpp"
#include "cli/surroundings.hpp"
#include "domain/iso8601.hpp"
#include "domain/standing.hpp"

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

void print_text(const Standing& standing, Surroundings& surroundings) {
  auto& out = surroundings.out;
  for (const auto& [night, progress] : standing.nights()) {
    if (!progress.diary.is_known()) continue;
    out.line(surroundings.ink.strong(date_in_words(night)));
    if (progress.diary.no_cramp) out.line(surroundings.ink.good("  no cramp"));
    int number = 0;
    for (const auto& [id, cramp] : progress.diary.cramps) {
      const auto at = cramp.at ? time_in_night(*cramp.at, cramp.at_offset, night) : "some time";
      const auto words = cramp_in_words(cramp);
      out.line(fmt::format("  {:>2}  {:<9}  {}", ++number, at,
                           words.empty() ? "a cramp" : fmt::format("{}", fmt::join(words, ", "))));
      if (!cramp.note.empty())
        out.line(fmt::format("      {:<9}  {}", "", surroundings.ink.faint(printable(cramp.note))));
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
    surroundings.out.line(!nights.is_all() ? "The diary says nothing of these nights." : "The diary is empty.");
  else
    print_text(standing, surroundings);
  return ExitStatus::done;
}

}  // namespace

Command diary_command() {
  return {.name = "diary",
          .summary = "show the diary of cramps",
          .about =
              "Lists, night by night, the cramps in the diary, and the nights that are known to\n"
              "have had none. Nights that nothing is known of are not listed. The numbers are\n"
              "those that \"calmcalf amend\" and \"calmcalf remove-cramp\" go by.\n"
              "\n"
              "Exit status: 1 where the history is there but cannot be read.",
          .options = {{"--from", "D", "the first night, such as 2026-11-23 (default: all)", Kind::past_night},
                      {"--until", "D", "the last night (default: all)", Kind::past_night}},
          .examples = {{"calmcalf diary", "all of it"}, {"calmcalf diary --from 2026-11-01", "since then"}},
          .run = run_diary};
}

}  // namespace calmcalf::cli
