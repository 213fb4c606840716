// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "ports/notifier.hpp"

namespace calmcalf {

/// What the service wants, until libnotify's thread gets to it: of several requests for one key only the last is left.
/// Any thread may call anything here.
class Requests {
 public:
  struct Showing {
    Notice notice;
    bool again = false;  ///< it has been tried once
  };

  void show(Notice notice);
  void withdraw(const std::string& key);
  /// From now on what the predecessor left on the screen and nobody has shown again is nobody's.
  void settle();
  /// Nothing is shown any more.
  void stop();

  [[nodiscard]] bool has_showing() const;
  [[nodiscard]] bool has_showing(const std::string& key) const;
  [[nodiscard]] bool is_settled() const;
  [[nodiscard]] bool is_stopped() const;

  /// The oldest; none once stopped.
  [[nodiscard]] std::optional<Showing> take_showing();
  /// All at once: what comes later is another matter.
  [[nodiscard]] std::deque<Showing> take_showings();
  [[nodiscard]] std::vector<std::string> take_withdrawals();

  /// To be tried a second time, before all others; dropped where its key has been asked for or withdrawn meanwhile.
  void put_back(Notice notice);

 private:
  void drop_showing(const std::string& key);

  mutable std::mutex mutex_;
  std::deque<Showing> showings_;
  std::vector<std::string> withdrawals_;
  bool settled_ = false;
  bool stopped_ = false;
};

}  // namespace calmcalf
