// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/process/complaint.hpp"

#include <csignal>
#include <cstring>
#include <string_view>

#include <fmt/format.h>
#include <sys/wait.h>

#include "adapters/process/harmless_text.hpp"

namespace calmcalf {
namespace {

constexpr std::string_view try_by_hand = "To see why, run it in a terminal with a line of JSON on its standard input.";
constexpr std::string_view run_apart = "Start what is to last with systemd-run --user.";

std::string subject(const Command& command) {
  return fmt::format("{}: {}", command.name, harmless_line(command.words.front()));
}

std::string name_of_signal(int number) {
  const char* name = ::sigabbrev_np(number);
  return name == nullptr ? fmt::format("signal {}", number) : fmt::format("SIG{}", name);
}

std::optional<std::string> what_status_says(int status) {
  if (WIFSIGNALED(status)) return fmt::format("was ended by {}. {}", name_of_signal(WTERMSIG(status)), try_by_hand);
  if (WEXITSTATUS(status) == 0) return std::nullopt;
  return fmt::format("failed with exit status {}. {}", WEXITSTATUS(status), try_by_hand);
}

std::optional<std::string> what_happened(const Ending& ending, double seconds) {
  switch (ending.because) {
    case Ending::Because::it_ended:
      return what_status_says(ending.status);
    case Ending::Because::too_slow:
      return fmt::format("took longer than {} s and was ended. {}", seconds, run_apart);
    case Ending::Because::left_behind:
      return fmt::format("left something running that after {} s was ended, or is no longer heard. {}", seconds,
                         run_apart);
    case Ending::Because::too_much:
      return fmt::format("printed more than {} KiB and was ended. Let it print less.", CommandRun::most_printed / 1024);
  }
  return std::nullopt;
}

std::string_view remedy(const std::error_code& error) {
  if (error == std::errc::no_such_file_or_directory)
    return "Write the whole path of the program (~ means nothing here), or put it into a folder of PATH. If it is a "
           "script, its first line must name a program that is there.";
  if (error == std::errc::permission_denied) return "Make it executable: chmod +x FILE.";
  if (error == std::errc::executable_format_error) return "A script needs a first line such as #!/bin/sh.";
  if (error == std::errc::message_size) return "Its input is too long: shorten the text of the step.";
  return "It is tried again the next time.";
}

}  // namespace

std::optional<std::string> complaint(const Command& command, const Ending& ending, const CommandRun::Times& times) {
  const auto seconds = std::chrono::duration<double>{times.at_most}.count();
  const auto what = what_happened(ending, seconds);
  if (!what) return std::nullopt;
  return fmt::format("{} {}", subject(command), *what);
}

std::string complaint(const Command& command, const std::error_code& error) {
  return fmt::format("{} cannot be started: {}. {}", subject(command), error.message(), remedy(error));
}

}  // namespace calmcalf
