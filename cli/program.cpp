// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/program.hpp"

#include <exception>

#include <fmt/format.h>

#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/failure.hpp"
#include "cli/help.hpp"
#include "cli/printable.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

ExitStatus do_as_asked(std::span<const std::string> arguments, Surroundings& surroundings) {
  const auto table = commands();
  const auto globals = global_options();
  const auto invocation = read_command_line(arguments, table, globals);
  const auto* command = invocation.command();
  if (invocation.has("--help")) {
    surroundings.out.write(command == nullptr ? help_for_all(table, globals) : help_for(*command, globals));
  } else if (invocation.has("--version")) {
    surroundings.out.line("calmcalf " CALMCALF_VERSION);
  } else {
    return command->run(invocation, surroundings);
  }
  return ExitStatus::done;
}

/// Where even that cannot be printed, the exit status alone has to say it.
void complain(Surroundings& surroundings, std::string_view text) noexcept {
  try {
    surroundings.complaints.line(text);
    surroundings.complaints.flush();
  } catch (const std::exception&) {
    return;
  }
}

ExitStatus give_up_printing(Surroundings& surroundings, const OutputError& error) {
  if (!error.nobody_reads())
    complain(surroundings, "calmcalf: " + tr("not everything could be printed: {}", error.code().message()));
  return ExitStatus::no;
}

/// What a command leaves to be said about how it went.
struct Ending {
  ExitStatus status = ExitStatus::no;
  std::string complaint;  ///< empty: nothing
};

Ending carry_out(std::span<const std::string> arguments, Surroundings& surroundings) {
  try {
    return {do_as_asked(arguments, surroundings), {}};
  } catch (const UsageError& error) {
    const auto& command = error.command();
    const auto help = command.empty() ? std::string{"calmcalf --help"} : fmt::format("calmcalf {} --help", command);
    return {ExitStatus::usage, fmt::format("calmcalf: {}\n{}", printable(error.what()), tr("See: {}", help))};
  } catch (const Failure& failure) {
    return {failure.status(), fmt::format("calmcalf: {}", failure.what())};
  } catch (const OutputError&) {
    throw;
  } catch (const std::exception& error) {
    return {ExitStatus::no, fmt::format("calmcalf: {}", printable(error.what()))};
  }
}

}  // namespace

ExitStatus run_program(std::span<const std::string> arguments, Surroundings& surroundings) {
  try {
    const auto ending = carry_out(arguments, surroundings);
    surroundings.out.flush();
    if (!ending.complaint.empty()) complain(surroundings, ending.complaint);
    surroundings.complaints.flush();
    return ending.status;
  } catch (const OutputError& error) {
    return give_up_printing(surroundings, error);
  }
}

}  // namespace calmcalf::cli
