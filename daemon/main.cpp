// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <cstdio>
#include <exception>
#include <variant>

#include <fmt/format.h>
#include <unistd.h>

#include "adapters/systemd/journal_log.hpp"
#include "adapters/xdg/file_places.hpp"
#include "arguments.hpp"
#include "language/locale.hpp"
#include "rehearsal.hpp"
#include "service_process.hpp"

namespace {

int run(const calmcalf::Arguments& arguments) {
  using calmcalf::JournalLog;
  JournalLog log{STDERR_FILENO, JournalLog::form_of(STDERR_FILENO), JournalLog::level_for(arguments.verbosity)};
  try {
    return arguments.rehearsal ? calmcalf::rehearse(arguments, log) : calmcalf::serve(arguments, log);
  } catch (const std::exception& error) {
    log.error(error.what());
    return 1;
  }
}

}  // namespace

int main(int count, char** words) {
  calmcalf::language::follow_environment(calmcalf::FilePlaces::usual().catalogues);
  const auto parsed = calmcalf::parse_arguments({words, static_cast<std::size_t>(count)});
  if (const auto* farewell = std::get_if<calmcalf::Farewell>(&parsed)) {
    std::fputs(farewell->text.c_str(), farewell->status == 0 ? stdout : stderr);
    return farewell->status;
  }
  return run(std::get<calmcalf::Arguments>(parsed));
}
