// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/xdg/environment.hpp"

#include <pwd.h>
#include <unistd.h>

namespace calmcalf {
namespace {

std::string home_in_user_database() {
  const auto* user = ::getpwuid(::getuid());
  return user == nullptr || user->pw_dir == nullptr ? std::string{} : user->pw_dir;
}

}  // namespace

Environment Environment::of_this_process() {
  Variables variables;
  for (char** line = environ; line != nullptr && *line != nullptr; ++line) {
    const std::string_view text{*line};
    const auto equals = text.find('=');
    if (equals != std::string_view::npos) variables.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  if (auto& home = variables["HOME"]; home.empty()) home = home_in_user_database();
  return Environment{std::move(variables)};
}

std::optional<std::string> Environment::find(std::string_view name) const {
  const auto found = variables_.find(name);
  if (found == variables_.end() || found->second.empty()) return std::nullopt;
  return found->second;
}

}  // namespace calmcalf
