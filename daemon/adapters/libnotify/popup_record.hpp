// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace calmcalf {

/// Which of our popups are on the screen, in a small file: a process that is killed leaves them there, and the next one
/// needs their ids to replace or close them.
class PopupRecord {
 public:
  struct Contents {
    std::string server;                        ///< the ids mean something to this instance of a server alone
    std::map<std::string, std::uint32_t> ids;  ///< by key

    friend bool operator==(const Contents&, const Contents&) = default;
  };

  /// With no path nothing is kept.
  explicit PopupRecord(std::filesystem::path file) : file_{std::move(file)} {}

  /// Empty where there is no such file, or it makes no sense.
  [[nodiscard]] Contents read() const;

  /// Replaces the file at once and whole; with no ids removes it. What cannot be written is let go: all that it costs
  /// is a popup that stays when the process is killed.
  void write(const Contents& contents) const noexcept;

 private:
  std::filesystem::path file_;
};

}  // namespace calmcalf
