// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/bus.hpp"
#include "domain/tr_noop.hpp"

namespace calmcalf::cli {

/// The service that runs in this session, asked over the session bus. All times are as the service gives them: ISO 8601
/// local with offset.
///
/// Functions throw Failure: `unreachable` where there is no service or it does not answer, `refused` with its reason
/// where it says no.
class Service {
 public:
  using Json = nlohmann::ordered_json;

  static constexpr const char* bus_name = "io.github.calmcalf.Calmcalf";

  /// Starts no service that does not run.
  Service();
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;
  ~Service() = default;

  /// The object that `calmcalf status --json` prints, and "mood" in it: what matters most.
  [[nodiscard]] Json status();

  /// Asks for something, as the interface's method of that name does, and returns what came of it: the events, as
  /// watch() gives them. None where it was so already.
  std::vector<Json> ask(const std::string& method, std::vector<Json> arguments, Json options);

  /// Reads the schedule again.
  void reload();

  /// Does what a click on the application does in a desktop's launcher, or on the action of that name.
  void activate();
  void activate(const std::string& action);

  /// Takes up what was written into the history beside it.
  void reread_history();

  /// Gives the guided step under way, as the interface's property Guide, empty where none is: now, each second, when it
  /// is another, and when there is something to be read from `other` or a signal is caught; until `on_turn` returns
  /// false or the service goes: Failure.
  void follow_guide(int other, const std::function<bool(const Json&)>& on_turn);

  /// Gives what happens, an object for each event as `calmcalf simulate --json` prints it, until the service goes:
  /// Failure.
  [[noreturn]] void watch(const std::function<void(const Json&)>& on_event);

  /// Gives status() now and whenever it is another, until the service goes: Failure.
  [[noreturn]] void follow(const std::function<void(const Json&)>& on_status);

 private:
  std::vector<Json> call(const std::string& interface, const std::string& method, const std::vector<Json>& arguments);
  void listen_to_events();
  /// Until `after_each_turn` returns false, or the service has ended: Failure. `wait` waits for the bus.
  void process(const std::function<bool()>& after_each_turn, const std::function<void()>& wait);

  Bus bus_;
  std::vector<Json> events_;  ///< that came and were not looked at yet, from listen_to_events() on
  bool listens_ = false;
};

/// Throws Failure, `unreachable`, where there is none.
[[nodiscard]] Bus session_bus();

/// Has the bus start the service, by systemd where that runs, and waits until it can be asked; one that runs is left
/// alone. False: its unit is masked, which somebody has meant. Throws Failure.
[[nodiscard]] bool start_service(Bus& bus);
inline constexpr std::string_view unit_is_masked =
    tr_noop("calmcalf.service is masked, so Calmcalf stays off. To have it again: systemctl --user unmask calmcalf");

}  // namespace calmcalf::cli
