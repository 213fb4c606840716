// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include <boost/asio/any_io_executor.hpp>

#include "adapters/sdbus/bus_connection.hpp"
#include "adapters/sdbus/lock_belief.hpp"
#include "adapters/sdbus/session_finder.hpp"
#include "loop/alarm.hpp"
#include "ports/log.hpp"

namespace calmcalf {

/// What logind says of the person's session: its screen is locked or is not, and the machine woke. Where nothing says
/// so, without a system bus, logind or session, the screen counts as unlocked.
class LoginSession {
 public:
  struct Callbacks {
    std::function<void()> on_locked;
    std::function<void()> on_unlocked;
    std::function<void()> on_woke;
  };

  /// How long logind's first answer is waited for. Single calls have no limit: they wake nobody while they wait, and a
  /// logind that was held up has its say when it goes on.
  static constexpr std::chrono::microseconds first_answer_within = std::chrono::seconds{1};

  /// One of on_locked and on_unlocked is called once logind has said which, or has said nothing for so long; after
  /// that, changes alone. Callbacks run in the loop and must not destroy this. Throws std::system_error.
  LoginSession(const boost::asio::any_io_executor& executor, Callbacks callbacks, Log& log,
               std::chrono::microseconds patience = first_answer_within);
  LoginSession(const LoginSession&) = delete;
  LoginSession& operator=(const LoginSession&) = delete;
  ~LoginSession() = default;

 private:
  void listen(const char* member, BusConnection::OnMessage on_signal);
  void listen_to_session(const char* interface, const char* member, BusConnection::OnMessage on_signal);
  void follow(const std::optional<std::string>& session);
  void listen_to_session();
  void follow_logind(sd_bus_message* owner_changed);
  void read_hint();
  void take_hint(sd_bus_message* reply);
  void take_sleep(sd_bus_message* signal);
  void go_on_without_bus(std::error_code why);
  void tell();

  Callbacks callbacks_;
  Log& log_;
  std::optional<bool> told_;
  std::string session_;  ///< its path; empty for none
  LockBelief belief_;
  Alarm first_answer_;
  BusConnection bus_;
  SessionFinder finder_;
  std::vector<SlotHandle> signals_;
  std::vector<SlotHandle> session_signals_;
  SlotHandle hint_call_;
};

}  // namespace calmcalf
