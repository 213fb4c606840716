// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/routine_text.hpp"

#include <utility>

#include "adapters/toml/encoding.hpp"
#include "adapters/toml/quoting.hpp"
#include "adapters/toml/screening.hpp"
#include "adapters/toml/sections.hpp"
#include "adapters/toml/syntax_words.hpp"
#include "language/tr.hpp"

namespace calmcalf {
namespace toml_file {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::optional<std::string> read_timezone(Section& file, const KnowsZone& knows_zone) {
  auto name = file.text("timezone", "Europe/Berlin");
  if (name && !knows_zone(*name)) {
    file.wrong(
        "timezone",
        tr("{} is not known here, write one of `timedatectl list-timezones` such as \"Europe/Berlin\", or leave it out",
           in_quotes(*name)));
  }
  return name;
}

Routine to_routine(const Table& document, const KnowsZone& knows_zone, Findings& findings) {
  Section file{document, {}, "", findings};
  Routine routine;
  routine.timezone = read_timezone(file, knows_zone);
  routine.bedtime = read_bedtime(file);
  routine.cautions = read_profile(file);
  routine.diary = read_diary(file);
  routine.hooks = read_hooks(file);
  routine.steps = read_steps(file, read_reminders(file), routine.cautions);
  file.finish();
  return routine;
}

/// Adds what was found in the mended text to what was found in the text as written.
void add_as_written(const Findings& in_meant, const MendedText& meant, Findings& findings) {
  for (const Mistake& mistake : in_meant.in_order()) {
    const Position at = meant.as_written({mistake.line, mistake.column});
    if (mistake.severity == Mistake::Severity::caution) {
      findings.caution(at, mistake.key, mistake.message);
    } else {
      findings.error(at, mistake.key, mistake.message);
    }
  }
}

std::optional<Routine> read_screened(const Screening& screening, const KnowsZone& knows_zone, Findings& findings) {
  const auto document = parse_document(screening.meant.text());
  if (const auto* error = std::get_if<SyntaxError>(&document)) {
    findings.error(error->at, screening.key_at(error->at.line), in_plain_words(error->description));
    return std::nullopt;
  }
  return to_routine(std::get<Table>(document), knows_zone, findings);
}

std::optional<Routine> read_text(std::string_view text, const KnowsZone& knows_zone, Findings& findings) {
  if (const auto fault = encoding_fault(text)) {
    findings.error(fault->at, "", fault->message);
    return std::nullopt;
  }
  text = without_mark(text);
  if (is_blank(text)) {
    findings.error({}, "", tr("the file is empty, remove it and `calmcalf init` writes a starter schedule"));
    return std::nullopt;
  }
  const Screening screening = screen(text, findings);
  if (!screening.fit) return std::nullopt;
  Findings in_meant{""};
  auto routine = read_screened(screening, knows_zone, in_meant);
  add_as_written(in_meant, screening.meant, findings);
  return findings.has_errors() ? std::nullopt : std::move(routine);
}

}  // namespace
}  // namespace toml_file

Reading read_routine(std::string_view text, const std::string& file, const KnowsZone& knows_zone) {
  toml_file::Findings findings{file};
  auto routine = toml_file::read_text(text, knows_zone, findings);
  if (!routine) return {nullptr, findings.in_order()};
  return {std::make_shared<const Routine>(*std::move(routine)), findings.in_order()};
}

}  // namespace calmcalf
