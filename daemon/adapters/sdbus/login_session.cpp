// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/login_session.hpp"

#include <utility>

#include <fmt/format.h>

#include "adapters/sdbus/logind.hpp"

namespace calmcalf {
namespace {

bool says_no_bus(std::error_code why) {
  return why == std::errc::no_such_file_or_directory || why == std::errc::connection_refused;
}

}  // namespace

LoginSession::LoginSession(const boost::asio::any_io_executor& executor, Callbacks callbacks, Log& log,
                           std::chrono::microseconds patience)
    : callbacks_{std::move(callbacks)},
      log_{log},
      belief_{executor, [this] { tell(); }},
      first_answer_{executor,
                    [this] {
                      log_.warning(
                          "logind has not said in time whether the screen is locked; until it does, the screen "
                          "counts as unlocked.");
                      tell();
                    }},
      bus_{executor, BusConnection::Bus::system, [this](std::error_code why) { go_on_without_bus(why); }},
      finder_{bus_, log, [this](const std::optional<std::string>& session) { follow(session); }} {
  listen("PrepareForSleep", [this](sd_bus_message* signal) { take_sleep(signal); });
  // The service may be there long before the person logs in, and stay when they log out and in again.
  listen("SessionNew", [this](sd_bus_message* /*signal*/) { finder_.find(); });
  listen("SessionRemoved", [this](sd_bus_message* signal) {
    const char* session = nullptr;
    if (sd_bus_message_read(signal, "so", nullptr, &session) > 0 && session == session_) finder_.find();
  });
  signals_.push_back(bus_.match(fmt::format("type='signal',sender='org.freedesktop.DBus',path='/org/freedesktop/DBus',"
                                            "interface='org.freedesktop.DBus',member='NameOwnerChanged',arg0='{}'",
                                            logind::name),
                                [this](sd_bus_message* signal) { follow_logind(signal); }));
  finder_.find();
  first_answer_.ring_after(patience);
}

void LoginSession::listen(const char* member, BusConnection::OnMessage on_signal) {
  signals_.push_back(bus_.match(fmt::format("type='signal',sender='{}',path='{}',interface='{}',member='{}'",
                                            logind::name, logind::path, logind::manager, member),
                                std::move(on_signal)));
}

void LoginSession::follow_logind(sd_bus_message* owner_changed) {
  const char* owner = nullptr;
  if (sd_bus_message_read(owner_changed, "sss", nullptr, nullptr, &owner) <= 0) return;
  belief_.lose_touch();
  if (*owner != '\0') finder_.find();
}

void LoginSession::follow(const std::optional<std::string>& session) {
  if (!session) {
    belief_.lose_touch();
    return tell();
  }
  if (*session != session_) {
    session_ = *session;
    belief_.forget();
    hint_call_.reset();
    session_signals_.clear();
    if (!session_.empty()) listen_to_session();
  }
  if (session_.empty()) return tell();
  read_hint();
}

void LoginSession::listen_to_session() {
  listen_to_session(logind::session, "Lock", [this](sd_bus_message* /*signal*/) {
    belief_.lock_requested();
    tell();
  });
  listen_to_session(logind::session, "Unlock", [this](sd_bus_message* /*signal*/) {
    belief_.unlock_requested();
    tell();
  });
  // Whether it carries the hint, says only that it changed, or is about something else: the hint is asked for.
  listen_to_session(logind::properties, "PropertiesChanged", [this](sd_bus_message* /*signal*/) { read_hint(); });
}

void LoginSession::listen_to_session(const char* interface, const char* member, BusConnection::OnMessage on_signal) {
  session_signals_.push_back(bus_.match(fmt::format("type='signal',sender='{}',path='{}',interface='{}',member='{}'",
                                                    logind::name, session_, interface, member),
                                        std::move(on_signal)));
}

void LoginSession::read_hint() {
  const auto call = bus_.prepare(logind::of_properties(session_, "Get"));
  sd_bus_message_append(call.get(), "ss", logind::session, "LockedHint");
  hint_call_ = bus_.call(call, [this](sd_bus_message* reply) { take_hint(reply); });
}

void LoginSession::take_hint(sd_bus_message* reply) {
  int locked = 0;
  if (sd_bus_message_read(reply, "v", "b", &locked) > 0) {
    belief_.hint(locked != 0);
  } else {
    log_.warning("logind does not say whether the screen is locked: " + error_text(reply));
    belief_.lose_touch();
  }
  tell();
}

void LoginSession::take_sleep(sd_bus_message* signal) {
  int begins = 0;
  if (sd_bus_message_read(signal, "b", &begins) <= 0 || begins != 0) return;
  if (!session_.empty()) read_hint();
  callbacks_.on_woke();
}

void LoginSession::go_on_without_bus(std::error_code why) {
  if (says_no_bus(why))
    log_.debug("There is no system bus, so nothing says when the screen is locked or the machine wakes.");
  else
    log_.warning(fmt::format(
        "The connection to the system bus is lost ({}). Until calmcalfd is started again, nothing says when "
        "the screen is locked or the machine wakes.",
        why.message()));
  belief_.lose_touch();
  tell();
}

void LoginSession::tell() {
  first_answer_.silence();
  const bool locked = belief_.locked();
  if (std::exchange(told_, locked) == locked) return;
  (locked ? callbacks_.on_locked : callbacks_.on_unlocked)();
}

}  // namespace calmcalf
