// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/invocation.hpp"
#include "cli/json_array.hpp"
#include "cli/new_file.hpp"
#include "cli/printable.hpp"
#include "cli/surroundings.hpp"
#include "cli/text_file.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

constexpr std::string_view what_next = tr_noop(
    "Next, change it in any editor: your bedtime first, then the steps. Then\n"
    "  calmcalf check       looks for mistakes\n"
    "  calmcalf preview     shows when you will be reminded\n"
    "  systemctl --user enable --now calmcalf.service\n"
    "                       starts the reminders, now and with every login\n");

std::string starter_content(const std::filesystem::path& starter) {
  auto read = read_text_file(starter);
  if (!read.content)
    throw Failure{tr("{}: {}; this is the starter schedule: install calmcalf again", starter.string(), read.mistake)};
  return std::move(*read.content);
}

void tell(const Invocation& invocation, Surroundings& surroundings, const std::string& file, bool created) {
  auto& out = surroundings.out;
  if (invocation.wants_json()) return out.line(json_text({{"file", file}, {"created", created}}));
  if (!created)
    return out.line(
        tr("{} is there already; nothing was changed.\nTo begin anew, move it away first.", printable(file)));
  out.line(surroundings.ink.strong(tr("Wrote {}", printable(file))));
  out.write(tr(what_next));
}

ExitStatus run_init(const Invocation& invocation, Surroundings& surroundings) {
  const auto& places = surroundings.places;
  const std::filesystem::path file = invocation.value("--schedule").value_or(places.own_schedule.string());
  const auto error = write_new_file(file, starter_content(places.starter));
  const bool is_there = error == std::errc::file_exists;
  if (error && !is_there)
    throw Failure{
        tr("{}: the schedule cannot be written: {}; make room or allow writing, or name another "
           "file with --schedule",
           printable(file.string()), error.message())};
  tell(invocation, surroundings, file.string(), !is_there);
  return is_there ? ExitStatus::no : ExitStatus::done;
}

}  // namespace

Command init_command() {
  return {.name = "init",
          .summary = tr_noop("write a first schedule"),
          .about = tr_noop("Writes the starter schedule, which explains every key, to\n"
                           "$XDG_CONFIG_HOME/calmcalf/routine.toml (mostly ~/.config/calmcalf/routine.toml),\n"
                           "or to the file that --schedule names. A file that is there is never changed.\n"
                           "\n"
                           "Exit status: 1 where there is one already, or none can be written."),
          .examples = {{"calmcalf init", tr_noop("begin")},
                       {"calmcalf init --schedule trial.toml", tr_noop("one to play with")}},
          .run = run_init};
}

}  // namespace calmcalf::cli
