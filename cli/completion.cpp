// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/completion.hpp"

#include <algorithm>
#include <string_view>

#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

using Commands = std::span<const Command>;
using Options = std::span<const Option>;

bool looks_like_option(std::string_view word) {
  return word.starts_with('-');
}

/// The command line up to the word that is being typed.
class Reader {
 public:
  Reader(Commands commands, Options global_options) : commands_{commands}, global_options_{global_options} {}

  void read(const std::string& word) {
    if (awaiting_ != nullptr)
      take_value(word);
    else if (!is_past_options_ && word == "--")
      is_past_options_ = true;
    else if (!is_past_options_ && looks_like_option(word))
      read_option(word);
    else if (command_ != nullptr || is_lost_)
      so_far_.words.push_back(word);
    else
      read_command(word);
  }

  [[nodiscard]] Completion complete(std::string_view last) && {
    const auto equals = last.find('=');
    if (awaiting_ != nullptr) {
      offer_values(awaiting_->kind, awaiting_->choices);
    } else if (!is_past_options_ && looks_like_option(last) && equals != std::string_view::npos) {
      so_far_.joined_to = last.substr(0, equals + 1);
      if (const auto* option = find_option(last.substr(0, equals))) offer_values(option->kind, option->choices);
    } else if (!is_past_options_ && looks_like_option(last)) {
      offer_options();
    } else if (command_ == nullptr) {
      offer_commands();
    } else {
      offer_words();
    }
    return std::move(so_far_);
  }

 private:
  void read_option(const std::string& word) {
    const auto equals = word.find('=');
    const auto* option = find_option(std::string_view{word}.substr(0, equals));
    if (option == nullptr || option->value.empty()) return;
    awaiting_ = option;
    if (equals != std::string::npos) take_value(word.substr(equals + 1));
  }

  void take_value(const std::string& value) {
    if (awaiting_->name == "--schedule") so_far_.schedule = value;
    awaiting_ = nullptr;
  }

  void read_command(const std::string& word) {
    const auto found = std::ranges::find(commands_, std::string_view{word}, &Command::name);
    is_lost_ = found == commands_.end();
    if (!is_lost_) command_ = &*found;
  }

  [[nodiscard]] const Option* find_option(std::string_view name) const {
    const auto in = [&](Options options) {
      const auto found = std::ranges::find(options, name, &Option::name);
      return found == options.end() ? nullptr : &*found;
    };
    const auto* own = command_ == nullptr ? nullptr : in(command_->options);
    return own != nullptr ? own : in(global_options_);
  }

  void offer_values(Kind kind, std::span<const std::string_view> choices) {
    so_far_.kind = kind;
    for (const auto choice : choices) so_far_.candidates.push_back({std::string{choice}});
  }

  void offer_options() {
    const auto offer = [&](const Option& option) {
      so_far_.candidates.push_back({std::string{option.name}, tr(option.help)});
    };
    if (command_ != nullptr) std::ranges::for_each(command_->options, offer);
    std::ranges::for_each(global_options_, offer);
  }

  void offer_commands() {
    if (is_lost_) return;
    for (const auto& command : commands_)
      if (!command.is_hidden) so_far_.candidates.push_back({std::string{command.name}, tr(command.summary)});
  }

  /// Where the command has no use for another word, all that can come is an option.
  void offer_words() {
    const auto& parameters = command_->parameters;
    const auto place = so_far_.words.size();
    if (place < parameters.size())
      offer_values(parameters[place].kind, parameters[place].choices);
    else if (!parameters.empty() && parameters.back().count == Parameter::Count::at_least_one)
      offer_values(parameters.back().kind, parameters.back().choices);
    else if (!is_past_options_)
      offer_options();
  }

  Commands commands_;
  Options global_options_;
  const Command* command_ = nullptr;
  const Option* awaiting_ = nullptr;  ///< the option whose value comes next
  bool is_lost_ = false;              ///< a command was named that there is not
  bool is_past_options_ = false;
  Completion so_far_;
};

}  // namespace

Completion completion_of(std::span<const std::string> words, Commands commands, Options global_options) {
  Reader reader{commands, global_options};
  if (words.empty()) return std::move(reader).complete({});
  for (const auto& word : words.first(words.size() - 1)) reader.read(word);
  return std::move(reader).complete(words.back());
}

}  // namespace calmcalf::cli
