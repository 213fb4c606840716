// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <unordered_map>

#include "adapters/toml/characters.hpp"
#include "adapters/toml/quoting.hpp"
#include "adapters/toml/sections.hpp"
#include "language/tr.hpp"

namespace calmcalf::toml_file {
namespace {

constexpr std::size_t longest_title = 100;
constexpr std::size_t longest_text = 1000;

struct Place {
  std::string path;
  int line;
};

using IdsInUse = std::unordered_map<std::string, Place>;

std::vector<std::string_view> catalogue_ids() {
  std::vector<std::string_view> ids;
  for (const CatalogueStep& step : catalogue()) ids.push_back(step.id);
  return ids;
}

bool has_control(std::string_view text, std::string_view allowed) {
  while (!text.empty()) {
    const Character next = first_character(text);
    if (is_control(next.code) && allowed.find(text.front()) == std::string_view::npos) return true;
    text.remove_prefix(std::max<std::size_t>(1, next.bytes));
  }
  return false;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string with_plain_line_ends(std::string_view text) {
  std::string plain;
  for (std::size_t index = 0; index < text.size(); ++index) {
    if (text.substr(index, 2) != "\r\n") plain += text[index];
  }
  return plain;
}

/// Reads the steps one by one, and minds what was in those before.
class StepsReader {
 public:
  StepsReader(const ReminderRules& defaults, const std::vector<Caution>& cautions)
      : defaults_{defaults}, cautions_{cautions}, catalogue_ids_{catalogue_ids()} {}

  Step read(Section& section) {
    Step step;
    const CatalogueStep* known = read_use(section, step);
    read_id(section, step);
    read_title(section, step, known);
    read_text(section, step, known);
    read_time(section, step, known);
    step.rules = read_rules(section, defaults_);
    step.guide = read_guide(section, known);
    for (const CautionNote& note : notes_for(step, cautions_)) section.caution(tr(note.text));
    section.finish();
    return step;
  }

 private:
  const CatalogueStep* read_use(Section& section, Step& step) {
    const auto chosen = section.choice("use", catalogue_ids_);
    if (!chosen) return nullptr;
    step.use.text = catalogue_ids_[*chosen];
    return find_in_catalogue(step.use.text);
  }

  void read_id(Section& section, Step& step) {
    const bool own = section.has("id");
    if (!own && !section.has("use")) {
      section.wrong("id",
                    tr("is missing, write id = \"magnesium\", or use = \"water\" for a step that the program knows"));
    }
    step.id.text = section.text("id", "magnesium").value_or(own ? "" : step.use.text);
    if (own && section.is_text("id") && !is_step_id(step.id.text)) {
      section.wrong("id", tr("{} is no id, write 1 to 64 small letters, digits and - such as \"magnesium-2\"",
                             in_quotes(step.id.text)));
    } else if (!step.id.text.empty()) {
      note_id(section, step.id.text, own);
    }
  }

  void note_id(Section& section, const std::string& id, bool own) {
    const auto [first, is_new] = ids_.try_emplace(id, Place{section.path(), section.at().line});
    if (is_new) return;
    const auto message = tr("\"{}\" is the id of {} in line {} already, give this step another: id = \"{}-2\"", id,
                            first->second.path, first->second.line, id);
    if (own) {
      section.wrong("id", message);
    } else {
      section.wrong("use", message);
    }
  }

  static void read_title(Section& section, Step& step, const CatalogueStep* known) {
    if (known != nullptr) step.title = tr(known->title);
    // TRANSLATORS: an example of what somebody may write as a step's title, and below as its text
    const auto example = tr("Magnesium");
    if (!section.has("title") && !section.has("use")) section.missing("title", "title = \"" + example + '"');
    auto title = section.text("title", example);
    if (!title) return;
    if (is_blank(*title)) section.wrong("title", tr("is empty, write what to do in a few words"));
    if (count_characters(*title) > longest_title)
      section.wrong("title", tr("is too long, write 100 characters or less"));
    if (has_control(*title, "")) section.wrong("title", tr("holds a line break or control character, remove it"));
    step.title = *std::move(title);
  }

  static void read_text(Section& section, Step& step, const CatalogueStep* known) {
    if (known != nullptr) step.text = tr(known->text);
    const auto example = tr("With half a glass of water.");
    if (!section.has("text") && !section.has("use")) section.missing("text", "text = \"" + example + '"');
    const auto text = section.text("text", example);
    if (!text) return;
    step.text = with_plain_line_ends(*text);
    if (count_characters(step.text) > longest_text)
      section.wrong("text", tr("is too long, write 1000 characters or less"));
    if (has_control(step.text, "\n")) section.wrong("text", tr("holds a tab or control character, remove it"));
  }

  static void read_time(Section& section, Step& step, const CatalogueStep* known) {
    if (const auto when = read_when(section, known)) step.when = *when;
    const bool given = section.has("before_bed") || section.has("at") || section.has("every");
    if (!given && !section.has("use")) {
      section.wrong(tr("has no time, write one of before_bed = \"30m\", at = 21:00:00, every = \"1h\""));
    }
    // Who names weekdays does not mean the catalogue's one day of the month.
    if (known != nullptr && !section.has("weekdays")) step.monthdays = known->monthdays;
    if (const auto days = section.choices("weekdays", weekday_names)) {
      step.weekdays.reset();
      for (const std::size_t day : *days) step.weekdays.set(day);
    }
    if (const auto days = section.integers("monthdays", {1, 31})) {
      step.monthdays.reset();
      for (const int day : *days) step.monthdays.set(static_cast<std::size_t>(day));
    }
  }

  const ReminderRules& defaults_;
  const std::vector<Caution>& cautions_;
  std::vector<std::string_view> catalogue_ids_;
  IdsInUse ids_;
};

}  // namespace

std::vector<Step> read_steps(Section& file, const ReminderRules& defaults, const std::vector<Caution>& cautions) {
  std::vector<Step> steps;
  if (!file.has("step")) file.wrong("step", tr("is missing, write [[step]] and below it for example use = \"water\""));
  if (file.is_empty_list("step")) file.wrong("step", tr("is an empty list, write one [[step]] at least"));
  auto sections = file.tables("step");
  steps.reserve(sections.size());
  StepsReader reader{defaults, cautions};
  for (Section& section : sections) steps.push_back(reader.read(section));
  return steps;
}

}  // namespace calmcalf::toml_file
