// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/mistake_list.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/excerpt.hpp"
#include "cli/json_array.hpp"
#include "cli/printable.hpp"
#include "cli/text_file.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

bool is_error(const Mistake& mistake) {
  return mistake.severity == Mistake::Severity::error;
}

std::string verdict(const Mistakes& mistakes, const std::string& path) {
  const auto errors = std::ranges::count_if(mistakes, is_error);
  const auto cautions = std::ssize(mistakes) - errors;
  const auto file = printable(path);
  if (errors == 0 && cautions == 0) return tr("No mistakes in {}", file);
  if (errors == 0)
    return tr_plural("No mistakes and {} caution in {}", "No mistakes and {} cautions in {}", cautions, file);
  if (cautions == 0) return tr_plural("{} mistake in {}", "{} mistakes in {}", errors, file);
  const auto mistakes_in_words = tr_plural("{} mistake", "{} mistakes", errors);
  const auto cautions_in_words = tr_plural("{} caution", "{} cautions", cautions);
  // TRANSLATORS: "2 mistakes and 1 caution in routine.toml"
  return tr("{} and {} in {}", mistakes_in_words, cautions_in_words, file);
}

}  // namespace

void print_json(const Mistakes& mistakes, Output& out) {
  JsonArray array{out};
  for (const auto& mistake : mistakes) {
    array.add(json_text({{"file", mistake.file},
                         {"line", mistake.line},
                         {"column", mistake.column},
                         {"key", mistake.key},
                         {"message", mistake.message},
                         {"severity", is_error(mistake) ? "error" : "caution"}}));
  }
  array.close();
}

void print_text(const Mistakes& mistakes, const std::string& file, const Surroundings& surroundings) {
  auto& out = surroundings.out;
  const auto& ink = surroundings.ink;
  const auto content = out.is_terminal() && !mistakes.empty() ? read_text_file(file).content : std::nullopt;
  for (const auto& mistake : mistakes) {
    out.write(ink.strong(printable(fmt::format("{}:{}:{}:", mistake.file, mistake.line, mistake.column))));
    if (!mistake.key.empty()) out.write(' ' + printable(mistake.key) + ':');
    // TRANSLATORS: stands before what is no mistake, but should be known
    if (!is_error(mistake)) out.write(' ' + ink.wary(tr("caution:")));
    out.line(' ' + printable(mistake.message));
    if (content && mistake.file == file) out.write(excerpt(*content, mistake.line, mistake.column));
  }
  const auto last = verdict(mistakes, file);
  out.line(has_errors(mistakes) ? ink.bad(last) : ink.good(last));
}

}  // namespace calmcalf::cli
