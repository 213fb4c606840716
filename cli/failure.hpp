// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <stdexcept>
#include <string>

#include "cli/exit_status.hpp"

namespace calmcalf::cli {

/// A command cannot do what it was asked to. what() is for the user: what is wrong and what to do.
class Failure : public std::runtime_error {
 public:
  explicit Failure(const std::string& message, ExitStatus status = ExitStatus::no)
      : std::runtime_error{message}, status_{status} {}
  [[nodiscard]] ExitStatus status() const noexcept { return status_; }

 private:
  ExitStatus status_;
};

/// What was typed is not understood. what() is one line: what is wrong.
class UsageError : public std::runtime_error {
 public:
  /// `command` is the one whose help says more; empty: the program's own.
  explicit UsageError(const std::string& message, std::string command = {})
      : std::runtime_error{message}, command_{std::move(command)} {}
  [[nodiscard]] const std::string& command() const noexcept { return command_; }

 private:
  std::string command_;
};

}  // namespace calmcalf::cli
