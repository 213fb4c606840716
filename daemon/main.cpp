// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <cstdio>
#include <exception>
#include <variant>

#include <fmt/format.h>
#include <unistd.h>

#include "adapters/canberra/message_sound.hpp"
#include "adapters/systemd/journal_log.hpp"
#include "adapters/xdg/file_places.hpp"
#include "arguments.hpp"
#include "language/locale.hpp"
#include "rehearsal.hpp"
#include "service_process.hpp"

namespace {

/// For another of us, which is told on standard output why there is no sound.
int ring() {
  try {
    calmcalf::play_message_sound();
    return 0;
  } catch (const std::exception& error) {
    fmt::print("{}\n", error.what());
    return 1;
  }
}

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
  const auto& arguments = std::get<calmcalf::Arguments>(parsed);
  return arguments.rings ? ring() : run(arguments);
}
