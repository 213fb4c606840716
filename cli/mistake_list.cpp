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

namespace calmcalf::cli {
namespace {

bool is_error(const Mistake& mistake) {
  return mistake.severity == Mistake::Severity::error;
}

std::string counted(std::ptrdiff_t count, std::string_view one, std::string_view several) {
  return fmt::format("{} {}", count, count == 1 ? one : several);
}

std::string verdict(const Mistakes& mistakes, const std::string& file) {
  const auto errors = std::ranges::count_if(mistakes, is_error);
  const auto cautions = std::ssize(mistakes) - errors;
  auto text = errors == 0 ? "No mistakes" : counted(errors, "mistake", "mistakes");
  if (cautions > 0) text += fmt::format(" and {}", counted(cautions, "caution", "cautions"));
  return fmt::format("{} in {}", text, printable(file));
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
    if (!is_error(mistake)) out.write(' ' + ink.wary("caution:"));
    out.line(' ' + printable(mistake.message));
    if (content && mistake.file == file) out.write(excerpt(*content, mistake.line, mistake.column));
  }
  const auto last = verdict(mistakes, file);
  out.line(has_errors(mistakes) ? ink.bad(last) : ink.good(last));
}

}  // namespace calmcalf::cli
