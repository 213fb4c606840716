// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

namespace calmcalf {

/// What the service has to say to the person who looks after it. Lines for a reader, not for a program.
class Log {
 public:
  enum class Level {
    error,    ///< something does not work, and what to do
    warning,  ///< something is not as it should be; the service goes on
    notice,   ///< worth knowing in normal running
    info,     ///< what the service does
    debug,    ///< how it does it
  };

  Log() = default;
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;
  virtual ~Log() = default;

  /// Whether a line of this level is written at all: for those that cost something to put together.
  [[nodiscard]] virtual bool writes(Level level) const noexcept = 0;

  /// Never fails: a log that cannot be written is no reason to stop.
  virtual void write(Level level, std::string_view text) noexcept = 0;

  void error(std::string_view text) noexcept { write(Level::error, text); }
  void warning(std::string_view text) noexcept { write(Level::warning, text); }
  void notice(std::string_view text) noexcept { write(Level::notice, text); }
  void info(std::string_view text) noexcept { write(Level::info, text); }
  void debug(std::string_view text) noexcept { write(Level::debug, text); }
};

}  // namespace calmcalf
