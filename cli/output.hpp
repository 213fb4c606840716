// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace calmcalf::cli {

/// What was to be printed could not be.
class OutputError : public std::system_error {
 public:
  using std::system_error::system_error;

  /// Whoever read it has had enough, as `head` does: no failure worth a word.
  [[nodiscard]] bool nobody_reads() const { return code() == std::errc::broken_pipe; }
};

/// Text on its way to a file descriptor, written in large pieces. The descriptor stays open.
class Output {
 public:
  explicit Output(int descriptor) : descriptor_{descriptor} {}
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output() = default;  ///< what was not flushed is lost

  /// Throws OutputError.
  void write(std::string_view text);
  void line(std::string_view text);
  void flush();

  [[nodiscard]] bool is_terminal() const;

  /// How wide the terminal is, in characters; none where it is no terminal, or does not say.
  [[nodiscard]] std::optional<std::size_t> columns() const;

 private:
  int descriptor_;
  std::string waiting_;
};

}  // namespace calmcalf::cli
