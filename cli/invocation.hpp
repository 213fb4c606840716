// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace calmcalf::cli {

/// A command line, taken apart.
class Invocation {
 public:
  using Options = std::map<std::string, std::vector<std::string>, std::less<>>;

  /// `options` by name, with their values in the order given; those that take nothing have none.
  Invocation(const Command* command, std::vector<std::string> words, Options options)
      : command_{command}, words_{std::move(words)}, options_{std::move(options)} {}

  /// Null where none was named, which only --help and --version allow.
  [[nodiscard]] const Command* command() const { return command_; }

  /// What follows the command and is no option.
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }
  /// Those from the `first` on, as one: 1h 30m.
  [[nodiscard]] std::string phrase(std::size_t first) const {
    std::string phrase;
    for (auto i = first; i < words_.size(); ++i) phrase += (i == first ? "" : " ") + words_[i];
    return phrase;
  }

  [[nodiscard]] bool has(std::string_view option) const { return options_.contains(option); }
  /// The last one counts where it was given several times.
  [[nodiscard]] std::optional<std::string> value(std::string_view option) const {
    const auto found = options_.find(option);
    return found == options_.end() || found->second.empty() ? std::nullopt : std::optional{found->second.back()};
  }
  [[nodiscard]] std::vector<std::string> values(std::string_view option) const {
    const auto found = options_.find(option);
    return found == options_.end() ? std::vector<std::string>{} : found->second;
  }

  [[nodiscard]] bool wants_json() const { return has("--json"); }

 private:
  const Command* command_;
  std::vector<std::string> words_;
  Options options_;
};

}  // namespace calmcalf::cli
