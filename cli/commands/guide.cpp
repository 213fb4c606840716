// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "adapters/toml/nearest.hpp"
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/json_array.hpp"
#include "cli/page_text.hpp"
#include "cli/printable.hpp"
#include "cli/usable_schedule.hpp"
#include "domain/handbook.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

using Json = nlohmann::ordered_json;
using Cautions = std::span<const Caution>;

constexpr std::size_t widest_page = 80;

std::span<const std::string_view> guide_topics() {
  static const auto all = [] {
    std::vector<std::string_view> names;
    for (const auto& page : handbook()) names.push_back(page.topic);
    return names;
  }();
  return all;
}

Json json_of(const std::vector<CautionNote>& notes, Cautions cautions) {
  auto array = Json::array();
  for (const auto& note : notes)
    array.push_back({{"caution", name_of(note.caution)},
                     {"text", tr(note.text)},
                     {"applies", std::ranges::find(cautions, note.caution) != cautions.end()}});
  return array;
}

struct BlockAsJson {
  Cautions cautions;

  Json operator()(const Heading& heading) const { return {{"kind", "heading"}, {"text", tr(heading.text)}}; }
  Json operator()(const Paragraph& paragraph) const { return {{"kind", "paragraph"}, {"text", tr(paragraph.text)}}; }
  Json operator()(const Item& item) const { return {{"kind", "item"}, {"text", tr(item.text)}}; }
  Json operator()(const Advice& advice) const {
    return {{"kind", "advice"},
            {"title", title_of(advice)},
            {"text", tr(advice.text)},
            {"cautions", json_of(advice.notes, cautions)}};
  }
  Json operator()(const CatalogueStep* step) const {
    return {{"kind", "step"},
            {"step", step->id},
            {"title", tr(step->title)},
            {"text", tr(step->text)},
            {"usual_time", usual_time(*step)},
            {"cautions", json_of(step->cautions, cautions)}};
  }
};

Json json_of(const Page& page, Cautions cautions) {
  auto blocks = Json::array();
  for (const auto& block : page.blocks) blocks.push_back(std::visit(BlockAsJson{cautions}, block));
  return {{"topic", page.topic},
          {"title", tr(page.title)},
          {"blocks", std::move(blocks)},
          {"sources", page.sources},
          {"notice", tr(no_medical_advice)}};
}

void list_topics(const Invocation& invocation, Surroundings& surroundings) {
  auto& out = surroundings.out;
  if (invocation.wants_json()) {
    JsonArray array{out};
    for (const auto& page : handbook())
      array.add(json_text({{"topic", page.topic}, {"title", tr(page.title)}, {"summary", tr(page.summary)}}));
    return array.close();
  }
  for (const auto& page : handbook())
    out.line(fmt::format("  {}  {}", surroundings.ink.strong(fmt::format("{:<8}", page.topic)), tr(page.summary)));
  out.line('\n' + tr("Read one with its word, such as: calmcalf guide relief"));
}

/// Somebody whose cautions cannot be read should know that nothing is marked for them.
std::vector<Caution> cautions_of_reader(const Invocation& invocation, Surroundings& surroundings) {
  const auto routine = routine_in_force(invocation.value("--schedule"), surroundings);
  if (routine != nullptr) return routine->cautions;
  surroundings.complaints.line(
      "calmcalf: " + tr("the schedule cannot be used, so what applies to you is not marked; calmcalf check says why"));
  return {};
}

ExitStatus run_guide(const Invocation& invocation, Surroundings& surroundings) {
  if (invocation.words().empty()) {
    list_topics(invocation, surroundings);
    return ExitStatus::done;
  }
  const auto& topic = invocation.words().front();
  const auto* page = find_page(topic);
  if (page == nullptr)
    throw UsageError{tr("there is no topic \"{}\"; {}", topic, toml_file::what_is_known(topic, guide_topics())),
                     "guide"};
  const auto cautions = cautions_of_reader(invocation, surroundings);
  auto& out = surroundings.out;
  if (invocation.wants_json())
    out.line(json_text(json_of(*page, cautions)));
  else
    out.write(page_text(*page, cautions, std::min(out.columns().value_or(widest_page), widest_page), surroundings.ink));
  return ExitStatus::done;
}

}  // namespace

Command guide_command() {
  return {.name = "guide",
          .summary = tr_noop("read about the steps, cramps, relief, and when to see a doctor"),
          .about = tr_noop("Shows a built-in page, or lists them. Topics are steps, causes, relief, doctor,\n"
                           "footwear and about. Beside what not everybody should do stands who should mind\n"
                           "what; an exclamation mark is before what applies to you, as the schedule says\n"
                           "under [profile]. A schedule that cannot be used does not stop it."),
          .parameters = {{"TOPIC", Parameter::Count::at_most_one, Kind::choice, guide_topics()}},
          .examples = {{"calmcalf guide", tr_noop("what is there to read?")},
                       {"calmcalf guide relief", tr_noop("what to do while the cramp is there")},
                       {"calmcalf guide doctor | less", tr_noop("page by page")}},
          .run = run_guide};
}

}  // namespace calmcalf::cli
