// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>

namespace calmcalf {

/// One service at a time: a lock on "FILE.lock" beside the history, which the kernel takes back however the service
/// ends. The file stays. It is empty unless its holder is there, or did not end well, or someone found damage.
class ServiceLock {
 public:
  /// Throws HistoryError: `in_use` where another process has it.
  explicit ServiceLock(const std::filesystem::path& history);
  ServiceLock(const ServiceLock&) = delete;
  ServiceLock& operator=(const ServiceLock&) = delete;
  ~ServiceLock();

  /// Whether the last holder was killed, or damage was found since.
  [[nodiscard]] bool calls_for_a_check() const { return calls_for_a_check_; }

  /// The check was made, and what it called for is done.
  void note_checked();

 private:
  [[nodiscard]] bool write(bool calls_for_a_check) const noexcept;

  std::filesystem::path path_;
  int descriptor_;
  bool calls_for_a_check_ = false;
};

/// Calls for a check when the service next starts. Where no service has ever used the history, nothing is done.
void note_damage(const std::filesystem::path& history) noexcept;

}  // namespace calmcalf
