// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <functional>
#include <future>
#include <thread>

#include "adapters/libnotify/bell.hpp"
#include "adapters/libnotify/requests.hpp"
#include "ports/chime.hpp"
#include "ports/notifier.hpp"

namespace calmcalf {

/// The thread that libnotify, its main context and its connection to the bus live on. Only values go in and out.
class NotifierThread {
 public:
  struct Outside {
    std::function<void(NotifierReport)> report;  ///< called on the thread
    std::function<void()> server_known;          ///< likewise, once
    Chime* chime;                                ///< rung on the thread; never null
  };

  /// Throws std::runtime_error where there is no session bus; then no thread is left.
  NotifierThread(std::filesystem::path record, Outside outside);
  NotifierThread(const NotifierThread&) = delete;
  NotifierThread& operator=(const NotifierThread&) = delete;

  /// Withdraws the popups. Where the server hangs in the middle of a call, that is waited for only briefly: closing the
  /// connection, which is allowed from any thread, ends every call on it with an error. So the thread always ends
  /// before this does; the record then tells the next process what is still on the screen.
  ~NotifierThread();

  void show(Notice notice);
  void withdraw(const std::string& key);
  void settle();

 private:
  /// What is there for as long as the thread runs its loop.
  struct Running {
    GDBusConnection* bus;
    Bell* bell;
  };

  void run(const std::filesystem::path& record, const Outside& outside);
  void run_loop(GMainContext* context, const std::filesystem::path& record, const Outside& outside);

  Requests requests_;
  std::promise<Running> started_;
  std::promise<void> ended_;
  std::thread thread_;
  ObjectHandle<GDBusConnection> bus_;
  Bell* bell_ = nullptr;
};

}  // namespace calmcalf
