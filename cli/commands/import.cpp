// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "adapters/interchange/history_reading.hpp"
#include "adapters/sqlite/sqlite_history.hpp"
#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/invocation.hpp"
#include "cli/json_array.hpp"
#include "cli/printable.hpp"
#include "cli/service.hpp"
#include "cli/surroundings.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

using interchange::Faults;
using interchange::HistoryReading;

/// How an import went.
struct Imported {
  std::size_t added = 0;
  std::size_t known = 0;
};

/// "-" is standard input.
HistoryReading read_file(const std::string& file, Instant now) {
  if (file == "-") return interchange::read_history(std::cin, now);
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored))
    throw Failure{tr("{}: this is a folder, name a file in it", printable(file))};
  std::ifstream stream{file, std::ios::binary};
  if (!stream) throw Failure{tr("{}: cannot be read: {}", printable(file), std::generic_category().message(errno))};
  return interchange::read_history(stream, now);
}

/// Nothing has been changed yet. Throws Failure where there are faults.
void refuse_faults(const Faults& faults, const std::string& file) {
  if (faults.empty()) return;
  const auto name = file == "-" ? tr("standard input") : file;
  auto lines = tr("nothing was imported:");
  for (const auto& fault : faults.first())
    lines += '\n' + printable(fmt::format("{}:{}: {}", name, fault.line, fault.text));
  if (const auto more = faults.count() - faults.first().size(); more > 0)
    lines += '\n' + tr_plural("and {} more fault", "and {} more faults", more);
  throw Failure{lines};
}

Imported merge_into(const std::filesystem::path& history_file, HistoryReading reading, const std::string& file) {
  Imported imported{0, reading.entries.size()};
  if (reading.entries.empty()) return imported;
  const auto history = SqliteHistory::open_for_import(history_file);
  interchange::leave_out_known(reading, history->load_identified({}, {}));
  refuse_faults(reading.faults, file);
  if (!reading.entries.empty()) imported.added = history->merge(reading.entries);
  imported.known -= imported.added;
  return imported;
}

void tell_import(const Imported& imported, const Invocation& invocation, Surroundings& surroundings) {
  if (invocation.wants_json())
    surroundings.out.line(json_text({{"new", imported.added}, {"known", imported.known}}));
  else
    surroundings.out.line(tr_plural("{} new entry, {} known already", "{} new entries, {} known already",
                                    imported.added, imported.known));
}

/// One that runs goes by what it has read before. Where none runs, there is nobody to tell.
void tell_service(Surroundings& surroundings) {
  try {
    Service{}.reread_history();
  } catch (const Failure& failure) {
    if (failure.status() != ExitStatus::unreachable)
      surroundings.complaints.line(
          tr("calmcalf: imported, but the service did not take it up: {}. Restart it: "
             "systemctl --user restart calmcalf",
             failure.what()));
  }
}

ExitStatus run_import(const Invocation& invocation, Surroundings& surroundings) {
  const auto& file = invocation.words().front();
  auto reading = read_file(file, surroundings.clock.now());
  refuse_faults(reading.faults, file);
  const std::filesystem::path history = invocation.value("--history").value_or(surroundings.places.history.string());
  const auto imported = merge_into(history, std::move(reading), file);
  if (imported.added > 0) tell_service(surroundings);
  tell_import(imported, invocation, surroundings);
  return ExitStatus::done;
}

}  // namespace

Command import_command() {
  return {.name = "import",
          .summary = tr_noop("read an exported history back"),
          .about = tr_noop("Adds the entries of FILE, which calmcalf export wrote as csv or json, to the\n"
                           "history: all of them, or none, with the reasons and their lines. The file - is\n"
                           "standard input. Entries that are there already are left as they are, so\n"
                           "importing twice changes nothing. Each keeps who said it, and when.\n"
                           "\n"
                           "Exit status: 1 where nothing was imported."),
          .parameters = {{"FILE", Parameter::Count::one, Kind::file}},
          .examples = {{"calmcalf import history.json", tr_noop("another machine's history")},
                       {"ssh laptop calmcalf export --format json | calmcalf import -", tr_noop("at once")}},
          .run = run_import};
}

}  // namespace calmcalf::cli
