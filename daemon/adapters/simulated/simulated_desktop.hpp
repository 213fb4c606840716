// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <deque>
#include <map>
#include <optional>
#include <string>

#include "ports/clock.hpp"
#include "ports/notifier.hpp"

namespace calmcalf {

/// A notification server on a screen that nobody sees. It outlives the service that it serves, as real ones do.
class SimulatedDesktop : public Notifier {
 public:
  enum class Server { there, gone, hung };

  /// What a bus call waits for an answer before it fails.
  static constexpr Duration call_timeout{25};

  explicit SimulatedDesktop(const Clock& clock) : clock_{clock} {}

  void on_report(Listener listener) override { listener_ = std::move(listener); }
  void show(Notice notice) override;
  void withdraw(const std::string& key) override;

  void become(Server server);
  [[nodiscard]] Server server() const { return server_; }

  /// The service is gone: nothing that it asked for is awaited any more, but what is on the screen stays.
  void disconnect();

  /// Hands over the reports that are due. Returns whether there were any.
  bool deliver();

  /// When a call to a hung server fails; none where none is waiting.
  [[nodiscard]] std::optional<Instant> next_timeout() const;

  [[nodiscard]] const std::map<std::string, Notice>& screen() const { return screen_; }

  /// Somebody closes a popup, or presses one of its buttons.
  void close(const std::string& key);
  void press(const std::string& key, const std::string& action);

 private:
  struct Call {
    Notice notice;
    Instant fails_at;
  };

  void put_on_screen(Notice notice);

  const Clock& clock_;
  Listener listener_;
  Server server_ = Server::there;
  std::map<std::string, Notice> screen_;
  std::deque<Call> waiting_;
  std::deque<NotifierReport> reports_;
  bool let_down_ = false;  ///< a call failed while the server was hung
};

}  // namespace calmcalf
