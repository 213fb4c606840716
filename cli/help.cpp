// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/help.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace calmcalf::cli {
namespace {

using Row = std::pair<std::string, std::string_view>;

/// Two columns under a heading, and nothing where there are no rows.
std::string table(std::string_view heading, const std::vector<Row>& rows) {
  if (rows.empty()) return {};
  std::size_t width = 0;
  for (const auto& [left, right] : rows) width = std::max(width, left.size());
  auto text = fmt::format("\n{}:\n", heading);
  for (const auto& [left, right] : rows) text += fmt::format("  {:<{}}  {}\n", left, width, right);
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
  for (const auto& option : options) rows.emplace_back(with_value(option), option.help);
  return rows;
}

std::vector<Row> rows_of(std::span<const Example> examples) {
  std::vector<Row> rows;
  for (const auto& example : examples) rows.emplace_back(example.line, example.does);
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
    if (!command.is_hidden) rows.emplace_back(command.name, command.summary);
  const std::vector<Row> first_steps{
      {"calmcalf init", "write a first schedule, to be changed in any editor"},
      {"calmcalf check", "look for mistakes in it"},
      {"calmcalf preview", "see when you will be reminded"},
      {"calmcalf COMMAND --help", "learn more about a command"},
  };
  return "calmcalf - a bedtime routine against night leg cramps\n\nUsage: calmcalf COMMAND [OPTION]...\n" +
         table("Commands", rows) + table("Options, before or after the command", rows_of(global_options)) +
         table("First steps", first_steps) +
         "\nExit status: 0 done; 1 the answer is no, or it could not be done; 2 the command was\n"
         "not understood; 3 the service cannot be reached; 4 the service refused.\n";
}

std::string help_for(const Command& command, std::span<const Option> global_options) {
  return fmt::format("Usage: calmcalf {}\n\n{}\n", synopsis(command), command.about) +
         table("Options", rows_of(command.options)) + table("Options of every command", rows_of(global_options)) +
         table("Examples", rows_of(command.examples));
}

}  // namespace calmcalf::cli
