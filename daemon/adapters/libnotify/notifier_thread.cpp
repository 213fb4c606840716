// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/libnotify/notifier_thread.hpp"

#include <csignal>
#include <exception>
#include <utility>

#include <libnotify/notify.h>
#include <pthread.h>

#include "adapters/libnotify/popups.hpp"
#include "adapters/libnotify/session_bus.hpp"

namespace calmcalf {
namespace {

using namespace std::chrono_literals;

/// A server that is well takes a few milliseconds.
constexpr auto time_to_end = 500ms;

/// While this lives, a new thread takes no signals, and neither do those that GLib starts from it: they are for the
/// service's own thread.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;
  ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

/// libnotify's state, which is the process's.
class LibnotifySession {
 public:
  LibnotifySession() { notify_init("Calmcalf"); }
  LibnotifySession(const LibnotifySession&) = delete;
  LibnotifySession& operator=(const LibnotifySession&) = delete;
  ~LibnotifySession() { notify_uninit(); }
};

/// Makes a context the one that GDBus calls back in for this thread. What GDBus still has to give back at the end it
/// does there, too.
class ThreadContext {
 public:
  ThreadContext() { g_main_context_push_thread_default(context_.get()); }
  ThreadContext(const ThreadContext&) = delete;
  ThreadContext& operator=(const ThreadContext&) = delete;
  ~ThreadContext() {
    while (g_main_context_iteration(context_.get(), FALSE)) {
    }
    g_main_context_pop_thread_default(context_.get());
  }

  [[nodiscard]] GMainContext* get() const { return context_.get(); }

 private:
  ContextHandle context_{g_main_context_new()};
};

}  // namespace

NotifierThread::NotifierThread(std::filesystem::path record, Outside outside) {
  auto running = started_.get_future();
  {
    const SignalsBlocked blocked;
    thread_ = std::thread{[this, record = std::move(record), outside = std::move(outside)] { run(record, outside); }};
  }
  try {
    const auto [bus, bell] = running.get();
    bus_.reset(G_DBUS_CONNECTION(g_object_ref(bus)));
    bell_ = bell;
  } catch (...) {
    thread_.join();
    throw;
  }
}

NotifierThread::~NotifierThread() {
  requests_.stop();
  bell_->ring();
  if (ended_.get_future().wait_for(time_to_end) != std::future_status::ready)
    g_dbus_connection_close(bus_.get(), nullptr, nullptr, nullptr);
  thread_.join();
}

void NotifierThread::show(Notice notice) {
  requests_.show(std::move(notice));
  bell_->ring();
}

void NotifierThread::withdraw(const std::string& key) {
  requests_.withdraw(key);
  bell_->ring();
}

void NotifierThread::settle() {
  requests_.settle();
  bell_->ring();
}

void NotifierThread::run(const std::filesystem::path& record, const Outside& outside) {
  pthread_setname_np(pthread_self(), "libnotify");
  const ThreadContext context;
  run_loop(context.get(), record, outside);
}

void NotifierThread::run_loop(GMainContext* context, const std::filesystem::path& record, const Outside& outside) {
  ObjectHandle<GDBusConnection> bus;
  try {
    bus = connect_to_session_bus();
  } catch (...) {
    started_.set_exception(std::current_exception());
    return;
  }
  const LibnotifySession libnotify;
  const LoopHandle loop{g_main_loop_new(context, FALSE)};
  Popups popups{
      bus.get(), context, requests_, PopupRecord{record}, {outside.report, outside.server_known, outside.chime}};
  Bell bell{context, [&] {
              popups.attend();
              if (requests_.is_stopped()) g_main_loop_quit(loop.get());
            }};
  started_.set_value({.bus = bus.get(), .bell = &bell});
  g_main_loop_run(loop.get());
  if (g_dbus_connection_is_closed(bus.get()) == FALSE) {
    popups.withdraw_all();
    g_dbus_connection_flush_sync(bus.get(), nullptr, nullptr);
  }
  ended_.set_value();
}

}  // namespace calmcalf
