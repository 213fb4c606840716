// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/sections.hpp"
#include "language/tr.hpp"

namespace calmcalf::toml_file {
namespace {

constexpr std::array<std::string_view, 5> event_names{"due", "done", "missed", "cramp", "bedtime"};

bool has_zero_byte(const std::string& argument) {
  return argument.find('\0') != std::string::npos;
}

void read_command(Section& section, std::string_view event, Hooks& hooks) {
  auto command = section.texts(event, R"(["notify-phone", "--topic", "legs"])");
  if (!command) return;
  if (command->front().empty()) section.wrong(event, tr("names no program, write it first: [\"notify-phone\"]"));
  for (const std::string& argument : *command) {
    if (has_zero_byte(argument))
      return section.wrong(event, tr("holds a zero byte, no program can be given one: remove it"));
  }
  hooks.emplace(event, *std::move(command));
}

}  // namespace

Hooks read_hooks(Section& file) {
  Hooks result;
  auto hooks = file.table("hooks");
  if (!hooks) return result;
  for (const std::string_view event : event_names) read_command(*hooks, event, result);
  hooks->finish();
  return result;
}

}  // namespace calmcalf::toml_file
