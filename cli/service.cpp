// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/service.hpp"

#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "cli/failure.hpp"
#include "cli/user_unit.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* path = "/io/github/calmcalf/Calmcalf";
constexpr const char* interface = "io.github.calmcalf.Calmcalf1";
constexpr const char* application = "org.freedesktop.Application";
constexpr const char* properties = "org.freedesktop.DBus.Properties";
constexpr std::string_view refusals = "io.github.calmcalf.Calmcalf1.Error.";

[[noreturn]] void throw_unreachable(const std::string& message) {
  throw Failure{message, ExitStatus::unreachable};
}

[[noreturn]] void throw_gone() {
  throw_unreachable(tr("the service has ended"));
}

[[noreturn]] void throw_what_it_means(const BusCallError& error) {
  const auto& name = error.name();
  if (name.starts_with(refusals)) throw Failure{error.what(), ExitStatus::refused};
  if (name == SD_BUS_ERROR_INVALID_ARGS) throw Failure{error.what(), ExitStatus::usage};
  if (name == SD_BUS_ERROR_FAILED) throw Failure{error.what()};
  if (error.is_nobody_there())
    throw_unreachable(tr("the service does not run. Start it: systemctl --user start calmcalf"));
  if (error.is_no_answer()) throw_unreachable(tr("the service does not answer. See: systemctl --user status calmcalf"));
  if (name == SD_BUS_ERROR_UNKNOWN_METHOD || name == SD_BUS_ERROR_UNKNOWN_OBJECT ||
      name == SD_BUS_ERROR_UNKNOWN_INTERFACE)
    throw_unreachable(
        tr("the service that runs is of another version. Start it anew: systemctl --user restart calmcalf"));
  throw_unreachable(tr("the service cannot be asked: {}", error.what()));
}

std::string signals_of(std::string_view of_interface, std::string_view member) {
  return fmt::format("type='signal',sender='{}',path='{}',interface='{}',member='{}'", Service::bus_name, path,
                     of_interface, member);
}

Json null_where_empty(const Json& text) {
  return text.get_ref<const std::string&>().empty() ? Json{} : text;
}

/// The keys that every step has in JSON, whether they apply or not, in the order of the contract.
Json step_of(const Json& told) {
  Json step;
  for (const auto* key : {"step", "title", "number", "at", "state", "snoozed_until", "snoozes", "night"})
    step[key] = told.value(key, Json{});
  return step;
}

Json event_of(const std::vector<Json>& signal) {
  const auto& details = signal.at(1);
  Json event;
  event["at"] = details.at("at");
  event["event"] = signal.at(0);
  event.update(details);
  return event;
}

}  // namespace

Service::Service() : bus_{session_bus()} {}

std::vector<Json> Service::call(const std::string& of_interface, const std::string& method,
                                const std::vector<Json>& arguments) {
  try {
    return bus_.call({bus_name, path, of_interface}, method, arguments);
  } catch (const BusCallError& error) {
    throw_what_it_means(error);
  }
}

Json Service::status() {
  const auto told = call(properties, "GetAll", {interface}).at(0);
  Json status{{"night", told.at("Night")},
              {"bedtime", told.at("Bedtime")},
              {"paused_until", null_where_empty(told.at("PausedUntil"))},
              {"steps", Json::array()},
              {"next", told.at("Next").empty() ? Json{} : told.at("Next")},
              {"problems", told.at("Problems")},
              {"mood", told.at("Mood")}};
  for (const auto& step : told.at("Steps")) status["steps"].push_back(step_of(step));
  return status;
}

std::vector<Json> Service::ask(const std::string& method, std::vector<Json> arguments, Json options) {
  listen_to_events();
  events_.clear();
  options["source"] = "command";
  arguments.push_back(std::move(options));
  call(interface, method, arguments);
  bus_.process();  // what an answer brings about is told before it is answered
  std::erase_if(events_, [](const Json& event) { return event.value("source", "") != "command"; });
  return std::exchange(events_, {});
}

void Service::reload() {
  call(interface, "Reload", {Json::object()});
}

void Service::activate() {
  call(application, "Activate", {Json::object()});
}

void Service::activate(const std::string& action) {
  try {
    bus_.call_with({bus_name, path, application}, "ActivateAction",
                   [&](sd_bus_message* message) { sd_bus_message_append(message, "sava{sv}", action.c_str(), 0, 0); });
  } catch (const BusCallError& error) {
    throw_what_it_means(error);
  }
}

void Service::reread_history() {
  call(interface, "RereadHistory", {Json::object()});
}

void Service::watch(const std::function<void(const Json&)>& on_event) {
  listen_to_events();
  process(
      [&] {
        for (const auto& event : std::exchange(events_, {})) on_event(event);
        return true;
      },
      [&] { bus_.wait(); });
  throw_gone();
}

void Service::follow(const std::function<void(const Json&)>& on_status) {
  bool is_another = true;
  bus_.listen(signals_of(properties, "PropertiesChanged"), [&](const auto& /*values*/) { is_another = true; });
  process(
      [&] {
        if (std::exchange(is_another, false)) on_status(status());
        return true;
      },
      [&] { bus_.wait(); });
  throw_gone();
}

void Service::follow_guide(int other, const std::function<bool(const Json&)>& on_turn) {
  constexpr std::chrono::seconds second{1};
  bool is_another = true;
  Json guide;
  bus_.listen(signals_of(properties, "PropertiesChanged"), [&](const auto& /*values*/) { is_another = true; });
  process(
      [&] {
        if (std::exchange(is_another, false)) guide = call(properties, "Get", {interface, "Guide"}).at(0);
        return on_turn(guide);
      },
      [&] {
        if (!is_another) bus_.wait(second, other);
      });
}

void Service::listen_to_events() {
  if (!std::exchange(listens_, true))
    bus_.listen(signals_of(interface, "Happened"), [this](const auto& values) { events_.push_back(event_of(values)); });
}

void Service::process(const std::function<bool()>& after_each_turn, const std::function<void()>& wait) {
  bool is_gone = false;
  bus_.listen(fmt::format("type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus',"
                          "member='NameOwnerChanged',arg0='{}'",
                          bus_name),
              [&](const auto& values) { is_gone = values.at(2) == ""; });
  static_cast<void>(status());  // there is a service
  try {
    while (after_each_turn()) {
      if (is_gone) throw_gone();
      wait();
    }
  } catch (const std::system_error&) {
    throw_unreachable(tr("the session bus is gone"));
  }
}

Bus session_bus() {
  try {
    return Bus::session();
  } catch (const std::system_error& error) {
    throw_unreachable(
        tr("there is no session bus here ({}); run it within your desktop session", error.code().message()));
  }
}

bool start_service(Bus& bus) {
  if (bus.has_owner(Service::bus_name)) return true;
  // The errors of a bus that has systemd start it differ from bus to bus.
  if (user_unit_property(bus, "calmcalf.service", "LoadState") == "masked") return false;
  try {
    bus.call_with(bus_driver, "StartServiceByName",
                  [](sd_bus_message* message) { sd_bus_message_append(message, "su", Service::bus_name, 0); });
    return true;
  } catch (const BusCallError& error) {
    if (error.name() == SD_BUS_ERROR_SERVICE_UNKNOWN)
      throw_unreachable(tr("the session bus knows no {}: is Calmcalf installed?", Service::bus_name));
    throw_unreachable(tr("the service does not start: {}. See: systemctl --user status calmcalf", error.what()));
  }
}

}  // namespace calmcalf::cli
