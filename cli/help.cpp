// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/help.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/wrapped.hpp"
#include "language/columns.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

using Row = std::pair<std::string, std::string>;

/// What stands on the right of a table, on as many lines as it takes.
std::string beside(std::size_t indent, const std::string& text) {
  constexpr std::size_t widest_line = 80;
  constexpr std::size_t narrowest = 32;  // what is wrapped into less is not read more easily
  const auto room = std::max(widest_line - std::min(widest_line, indent), narrowest);
  if (columns_of(text) <= room) return text + '\n';
  return fmt::format("{}\n", fmt::join(wrapped(text, room), '\n' + std::string(indent, ' ')));
}

/// Two columns under a heading, and nothing where there are no rows.
std::string table(std::string_view heading, const std::vector<Row>& rows) {
  if (rows.empty()) return {};
  std::size_t width = 0;
  for (const auto& [left, right] : rows) width = std::max(width, columns_of(left));
  auto text = fmt::format("\n{}\n", heading);
  for (const auto& [left, right] : rows) text += fmt::format("  {}  {}", padded(left, width), beside(width + 4, right));
  return text;
}

std::string in_synopsis(const Parameter& parameter) {
  switch (parameter.count) {
    case Parameter::Count::at_most_one:
      return fmt::format(" [{}]", parameter.name);
    case Parameter::Count::at_least_one:
      return fmt::format(" {}...", parameter.name);
    case Parameter::Count::any_number:
      return fmt::format(" [{}]...", parameter.name);
    case Parameter::Count::one:
      break;
  }
  return fmt::format(" {}", parameter.name);
}

std::string with_value(const Option& option) {
  return option.value.empty() ? std::string{option.name} : fmt::format("{} {}", option.name, option.value);
}

std::vector<Row> rows_of(std::span<const Option> options) {
  std::vector<Row> rows;
  for (const auto& option : options) rows.emplace_back(with_value(option), tr(option.help));
  return rows;
}

std::vector<Row> rows_of(std::span<const Example> examples) {
  std::vector<Row> rows;
  for (const auto& example : examples) rows.emplace_back(example.line, tr(example.does));
  return rows;
}

/// With every option, where they fit into a line.
std::string synopsis(const Command& command) {
  constexpr std::size_t widest = 60;
  std::string options;
  for (const auto& option : command.options) options += fmt::format(" [{}]", with_value(option));
  std::string text{command.name};
  text += options.size() > widest ? " [OPTION]..." : options;
  for (const auto& parameter : command.parameters) text += in_synopsis(parameter);
  return text;
}

}  // namespace

std::string help_for_all(std::span<const Command> commands, std::span<const Option> global_options) {
  std::vector<Row> rows;
  for (const auto& command : commands)
    if (!command.is_hidden) rows.emplace_back(command.name, tr(command.summary));
  const std::vector<Row> first_steps{
      {"calmcalf init", tr("write a first schedule, to be changed in any editor")},
      {"calmcalf check", tr("look for mistakes in it")},
      {"calmcalf preview", tr("see when you will be reminded")},
      {"calmcalf COMMAND --help", tr("learn more about a command")},
  };
  return fmt::format("{}\n\n{}\n", tr("calmcalf - a bedtime routine against night leg cramps"),
                     tr("Usage: {}", "calmcalf COMMAND [OPTION]...")) +
         table(tr("Commands:"), rows) + table(tr("Options, before or after the command:"), rows_of(global_options)) +
         table(tr("First steps:"), first_steps) + '\n' +
         tr("Exit status: 0 done; 1 the answer is no, or it could not be done; 2 the command was\n"
            "not understood; 3 the service cannot be reached; 4 the service refused.\n");
}

std::string help_for(const Command& command, std::span<const Option> global_options) {
  return fmt::format("{}\n\n{}\n", tr("Usage: {}", "calmcalf " + synopsis(command)), tr(command.about)) +
         table(tr("Options:"), rows_of(command.options)) +
         table(tr("Options of every command:"), rows_of(global_options)) +
         table(tr("Examples:"), rows_of(command.examples));
}

}  // namespace calmcalf::cli
