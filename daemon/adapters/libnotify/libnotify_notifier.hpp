// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <memory>

#include <boost/asio/any_io_executor.hpp>

#include "ports/chime.hpp"
#include "ports/notifier.hpp"

namespace calmcalf {

class NotifierThread;

/// Popups by libnotify, which can block for 25 seconds where the server hangs and so has a thread of its own here.
/// Everything below is for the service's thread; reports come by way of the executor. No report comes after the
/// notifier's end. One at a time: libnotify's state is the process's.
class LibnotifyNotifier : public Notifier {
 public:
  /// `record` is a file for the popups on the screen, so that after a crash the next process can replace or close them;
  /// empty: none is kept. `chime` rings for servers that play no sounds. Throws std::runtime_error, one line that says
  /// what to do, where there is no session bus.
  LibnotifyNotifier(const boost::asio::any_io_executor& executor, std::filesystem::path record, Chime& chime);

  /// Withdraws all popups; takes half a second at most, whatever the server does.
  ~LibnotifyNotifier() override;

  void on_report(Listener listener) override;
  void show(Notice notice) override;
  void withdraw(const std::string& key) override;

 private:
  std::shared_ptr<Listener> listener_ = std::make_shared<Listener>();  ///< shared: posted reports outlive this
  std::unique_ptr<NotifierThread> thread_;
};

}  // namespace calmcalf
