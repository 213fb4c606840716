// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <filesystem>
#include <iostream>
#include <string>

#include <unistd.h>

#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "cli/foreground_program.hpp"
#include "cli/invocation.hpp"
#include "cli/mistake_list.hpp"
#include "cli/new_file.hpp"
#include "cli/printable.hpp"
#include "cli/text_file.hpp"
#include "cli/usable_schedule.hpp"
#include "domain/tr_noop.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

/// What opens a file where the user names no editor: Debian's choice, else what is nearly always there.
constexpr const char* usual_editor = "$(command -v sensible-editor || command -v nano || command -v vi)";

std::string editor_of(const Environment& environment) {
  for (const auto* name : {"VISUAL", "EDITOR"})
    if (auto editor = environment.find(name)) return *editor;
  return usual_editor;
}

/// The user's own schedule, begun as a copy of what is in force where there is none yet.
std::filesystem::path own_file(const Invocation& invocation, Surroundings& surroundings) {
  const auto& places = surroundings.places;
  const std::filesystem::path file = invocation.value("--schedule").value_or(places.own_schedule.string());
  std::error_code ignored;
  if (std::filesystem::symlink_status(file, ignored).type() != std::filesystem::file_type::not_found) return file;
  const auto in_force = invocation.has("--schedule") ? places.starter : places.schedule();
  const auto content = read_text_file(in_force);
  if (!content.content)
    throw Failure{tr("{}: {}; write one with: calmcalf init", printable(in_force.string()), content.mistake)};
  const auto error = write_new_file(file, *content.content);
  if (error && error != std::errc::file_exists)
    throw Failure{tr("{}: the schedule cannot be written: {}", printable(file.string()), error.message())};
  return file;
}

void open_in_editor(const std::string& editor, const std::string& file) {
  // $VISUAL may be a command with arguments, such as "code --wait": it is the shell's to read.
  const int status = run_in_foreground({"/bin/sh", "-c", editor + " \"$@\"", editor, file});
  if (status == 0) return;
  throw Failure{tr("the editor ({}) ended with status {}; set VISUAL to the one you like",
                   editor == usual_editor ? tr("sensible-editor, nano or vi") : printable(editor), status)};
}

/// Whether to open it again. Nobody is asked who cannot see the question or answer it.
bool wants_another_try(const Invocation& invocation, Surroundings& surroundings) {
  if (invocation.wants_json() || !surroundings.out.is_terminal() || isatty(STDIN_FILENO) == 0) return false;
  surroundings.out.write(tr("Press Enter to go on editing, or Ctrl+D to leave it so: "));
  surroundings.out.flush();
  std::string answer;
  const bool goes_on = static_cast<bool>(std::getline(std::cin, answer));
  if (!goes_on) surroundings.out.line("");
  return goes_on;
}

ExitStatus run_edit(const Invocation& invocation, Surroundings& surroundings) {
  const auto file = own_file(invocation, surroundings).string();
  const auto editor = editor_of(Environment::of_this_process());
  for (;;) {
    surroundings.out.flush();
    open_in_editor(editor, file);
    const auto mistakes = read_schedule(file, surroundings.zones).mistakes;
    if (invocation.wants_json())
      print_json(mistakes, surroundings.out);
    else
      print_text(mistakes, file, surroundings);
    if (!has_errors(mistakes)) return ExitStatus::done;
    if (!wants_another_try(invocation, surroundings)) return ExitStatus::no;
  }
}

}  // namespace

Command edit_command() {
  return {.name = "edit",
          .summary = tr_noop("open the schedule in your editor, and check it"),
          .about = tr_noop("Opens your schedule in the editor that $VISUAL or $EDITOR names, and looks for\n"
                           "mistakes when you are done: it shows the lines at fault, and you can go on editing.\n"
                           "Where you have no schedule yet, it begins as a copy of the one in force. The service\n"
                           "takes up what you save by itself; a schedule with a mistake never comes in force.\n"
                           "\n"
                           "Exit status: 1 where mistakes are left, or there is no editor."),
          .examples = {{"calmcalf edit", tr_noop("change bedtime")},
                       {"VISUAL='code --wait' calmcalf edit", tr_noop("in an editor with a window")}},
          .run = run_edit};
}

}  // namespace calmcalf::cli
