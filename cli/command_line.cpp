// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/command_line.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "adapters/toml/nearest.hpp"
#include "cli/failure.hpp"
#include "language/tr.hpp"

// CLI11 is the slowest of all headers to compile: it is included here alone.

namespace calmcalf::cli {
namespace {

using toml_file::nearest;
using Arguments = std::span<const std::string>;
using Commands = std::span<const Command>;
using GlobalOptions = std::span<const Option>;

/// What CLI11 found, before anyone asked whether it makes sense.
struct Found {
  const Command* command = nullptr;
  Invocation::Options options;
  std::vector<std::string> before;  ///< what it could not place before the command
  std::vector<std::string> after;   ///< and after it: words, and options that nobody knows
};

/// CLI11's name for an option; that of --help has a short form.
std::string spelling(const Option& option) {
  return option.name == "--help" ? "-h,--help" : std::string{option.name};
}

void declare(CLI::App& app, const Option& option, Found& found) {
  const std::string name{option.name};
  if (option.value.empty()) {
    app.add_flag_callback(spelling(option), [&found, name] { found.options[name] = {}; });
    return;
  }
  const auto keep = [&found, name](const std::vector<std::string>& values) {
    if (std::ranges::find(values, "") != values.end()) throw UsageError{tr("{} needs a value", name)};
    found.options[name] = values;
    return true;
  };
  app.add_option(name, keep)->expected(1)->take_all();
}

void declare(CLI::App& app, const Command& command, GlobalOptions global_options, Found& found) {
  auto& its_app = *app.add_subcommand(std::string{command.name});
  its_app.set_help_flag();
  its_app.allow_extras();
  for (const auto& option : global_options) declare(its_app, option, found);
  for (const auto& option : command.options) declare(its_app, option, found);
  its_app.callback([&found, &command, &its_app] {
    found.command = &command;
    found.after = its_app.remaining();
  });
}

Found take_apart(Arguments arguments, Commands commands, GlobalOptions global_options) {
  Found found;
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  app.require_subcommand(0, 1);
  for (const auto& option : global_options) declare(app, option, found);
  for (const auto& command : commands) declare(app, command, global_options, found);
  try {
    app.parse(std::vector<std::string>{arguments.rbegin(), arguments.rend()});
  } catch (const CLI::ArgumentMismatch&) {
    // Options take the next word whatever it is, so the one without any is the last.
    throw UsageError{tr("{} needs a value", arguments.back())};
  } catch (const CLI::ParseError& error) {
    throw UsageError{error.what()};
  }
  found.before = app.remaining();
  return found;
}

/// CLI11 gives a flag a value, and takes "--from=" for "--from".
void refuse_odd_values(Arguments arguments, Commands commands, GlobalOptions global_options) {
  std::vector<Option> options{global_options.begin(), global_options.end()};
  for (const auto& command : commands) options.insert(options.end(), command.options.begin(), command.options.end());
  for (const std::string_view argument : arguments) {
    const auto equals = argument.find('=');
    const auto option = std::ranges::find(options, argument.substr(0, equals), &Option::name);
    if (equals == std::string_view::npos || option == options.end()) continue;
    if (option->value.empty()) throw UsageError{tr("{} takes no value", option->name)};
    if (equals + 1 == argument.size()) throw UsageError{tr("{} needs a value", option->name)};
  }
}

std::vector<std::string_view> names_of(Commands commands) {
  std::vector<std::string_view> names;
  for (const auto& command : commands)
    if (!command.is_hidden) names.push_back(command.name);
  return names;
}

/// All names, the one that is nearest to `word` first.
std::string listed(std::string_view word, std::vector<std::string_view> names) {
  if (const auto meant = nearest(word, names)) {
    const auto place = std::ranges::find(names, *meant);
    std::rotate(names.begin(), place, std::next(place));
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

bool is_option(std::string_view word) {
  return word.size() > 1 && word.starts_with('-');
}

std::string_view without_value(std::string_view option) {
  return option.substr(0, option.find('='));
}

/// Words before the command, or in its place, and options of its own that stand there.
void refuse_before_command(const Found& found, Commands commands) {
  const auto word = std::ranges::find_if_not(found.before, is_option);
  const auto option = std::ranges::find_if(found.before, is_option);
  if (found.command == nullptr && word != found.before.end())
    throw UsageError{tr("there is no command \"{}\"; there are {}", *word, listed(*word, names_of(commands)))};
  if (option != found.before.end())
    throw UsageError{tr("there is no option {} before the command", without_value(*option))};
  if (word != found.before.end()) throw UsageError{tr("write \"{}\" after the command", *word)};
}

void refuse_unknown_option(const Found& found, GlobalOptions global_options) {
  const auto option = std::ranges::find_if(found.after, is_option);
  if (option == found.after.end()) return;
  std::vector<std::string_view> names;
  for (const auto& known : found.command->options) names.push_back(known.name);
  for (const auto& known : global_options) names.push_back(known.name);
  const auto name = without_value(*option);
  const auto meant = nearest(name, names);
  const auto& command = found.command->name;
  throw UsageError{meant ? tr("{} has no option {}; did you mean {}?", command, name, *meant)
                         : tr("{} has no option {}; it has {}", command, name, fmt::join(names, ", ")),
                   std::string{command}};
}

void check_words(const Command& command, const std::vector<std::string>& words) {
  using Count = Parameter::Count;
  std::size_t least = 0;
  std::size_t most = 0;
  for (const auto& parameter : command.parameters) {
    if (parameter.count == Count::any_number) return;
    least += parameter.count == Count::at_most_one ? 0 : 1;
    most += parameter.count == Count::at_least_one || parameter.is_phrase ? words.size() : 1;
  }
  const std::string name{command.name};
  if (std::ranges::find(words, "") != words.end()) throw UsageError{tr("a word after {} is empty", name), name};
  // TRANSLATORS: a command, and the word that it needs, such as STEP or FILE
  if (words.size() < least) throw UsageError{tr("{} needs a {}", name, command.parameters.at(words.size()).name), name};
  if (words.size() > most) throw UsageError{tr("{} has no use for \"{}\"", name, words.at(most)), name};
}

}  // namespace

Invocation read_command_line(Arguments arguments, Commands commands, GlobalOptions global_options) {
  // What follows "--" is no option, whatever it looks like; CLI11 would end the command there.
  const auto end = std::ranges::find(arguments, "--");
  const Arguments with_options{arguments.begin(), end};
  refuse_odd_values(with_options, commands, global_options);
  auto found = take_apart(with_options, commands, global_options);
  refuse_before_command(found, commands);
  const bool only_asks = found.options.contains("--help") || found.options.contains("--version");
  if (found.command == nullptr) {
    if (only_asks) return {nullptr, {}, std::move(found.options)};
    throw UsageError{tr("name a command: {}", fmt::join(names_of(commands), ", "))};
  }
  refuse_unknown_option(found, global_options);
  auto words = std::move(found.after);
  if (end != arguments.end()) words.insert(words.end(), std::next(end), arguments.end());
  if (!only_asks) check_words(*found.command, words);
  return {found.command, std::move(words), std::move(found.options)};
}

}  // namespace calmcalf::cli
