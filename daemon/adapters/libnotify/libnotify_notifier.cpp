// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/libnotify/libnotify_notifier.hpp"

#include <utility>

#include <boost/asio/post.hpp>

#include "adapters/libnotify/notifier_thread.hpp"

namespace calmcalf {

LibnotifyNotifier::LibnotifyNotifier(const boost::asio::any_io_executor& executor, std::filesystem::path record,
                                     Chime& chime) {
  auto report = [executor, weak = std::weak_ptr{listener_}](NotifierReport what) {
    boost::asio::post(executor, [weak, what = std::move(what)] {
      if (const auto listener = weak.lock(); listener && *listener) (*listener)(what);
    });
  };
  // A turn of the loop lets the service show again what it wants of its predecessor's popups.
  auto server_known = [this, executor, weak = std::weak_ptr{listener_}] {
    boost::asio::post(executor, [this, weak] {
      if (!weak.expired()) thread_->settle();
    });
  };
  thread_ = std::make_unique<NotifierThread>(
      std::move(record), NotifierThread::Outside{std::move(report), std::move(server_known), &chime});
}

LibnotifyNotifier::~LibnotifyNotifier() = default;

void LibnotifyNotifier::on_report(Listener listener) {
  *listener_ = std::move(listener);
}

void LibnotifyNotifier::show(Notice notice) {
  thread_->show(std::move(notice));
}

void LibnotifyNotifier::withdraw(const std::string& key) {
  thread_->withdraw(key);
}

}  // namespace calmcalf
