// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/excerpt.hpp"
#include "cli/failure.hpp"
#include "cli/json_array.hpp"
#include "cli/printable.hpp"
#include "cli/text_file.hpp"
#include "cli/usable_schedule.hpp"

namespace calmcalf::cli {
namespace {

bool is_error(const Mistake& mistake) {
  return mistake.severity == Mistake::Severity::error;
}

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

ExitStatus run(const Invocation& invocation, Surroundings& surroundings) {
  if (!invocation.words().empty() && invocation.has("--schedule"))
    throw UsageError{"name the schedule once: as FILE or with --schedule", "check"};
  const auto file =
      invocation.words().empty() ? schedule_file(invocation, surroundings).string() : invocation.words().front();
  const auto mistakes = read_schedule(file, surroundings.zones).mistakes;
  if (invocation.wants_json())
    print_json(mistakes, surroundings.out);
  else
    print_text(mistakes, file, surroundings);
  return has_errors(mistakes) ? ExitStatus::no : ExitStatus::done;
}

}  // namespace

Command check_command() {
  return {.name = "check",
          .summary = "find mistakes in the schedule",
          .about =
              "Reads a schedule, the usual one or FILE, and lists every mistake in it at once, as\n"
              "FILE:LINE:COLUMN: KEY: what is wrong, what would be right. Cautions name steps\n"
              "that somebody with the conditions in [profile] should take care with.\n"
              "\n"
              "Exit status: 1 where there is a mistake; cautions alone are none.",
          .parameters = {{"FILE", Parameter::Count::at_most_one}},
          .examples = {{"calmcalf check", "is the schedule in force sound?"},
                       {"calmcalf check new.toml", "would this one be?"}},
          .run = run};
}

}  // namespace calmcalf::cli
