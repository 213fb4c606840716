// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// An evening with programs that call the service over a real connection: each line is a call, `INTERFACE.MEMBER` and
// its arguments between bars (see bus_text.hpp), a button that is pressed on every popup, an item chosen in the tray,
// or time that passes (`+10m`).
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "adapters/sdbus/application_object.hpp"
#include "adapters/sdbus/control_object.hpp"
#include "adapters/sdbus/tray_item.hpp"
#include "adapters/toml/routine_file.hpp"
#include "adapters/zone/glib_zones.hpp"
#include "app/service_control.hpp"
#include "app/tray_choice.hpp"
#include "app/tray_desk.hpp"
#include "domain/duration.hpp"
#include "domain/moment.hpp"
#include "fuzz/bus_program.hpp"
#include "fuzz/bus_text.hpp"
#include "fuzz/target.hpp"
#include "story/world.hpp"

namespace calmcalf::fuzz {
namespace {

constexpr std::size_t most_lines = 30;
constexpr std::chrono::days longest_wait{2};

struct NoLog : Log {
  void write(Level /*level*/, std::string_view /*line*/) noexcept override {}
  [[nodiscard]] bool writes(Level /*level*/) const noexcept override { return false; }
};

/// An evening at 20:35, with a step that is due and a guided one to come.
class FuzzedEvening {
 public:
  explicit FuzzedEvening(const GlibZones& zones, const Reading& schedule)
      : world_{zones, [&schedule](const auto& /*file*/) { return schedule; }, [](const Happening& /*happening*/) {}} {
    static_cast<void>(world_.set_zone("Europe/Berlin"));
    world_.set_clock(parse_moment("2026-11-23T20:00:00+01:00")->at);
    world_.start();
    pass(std::chrono::minutes{35});
    control_.emplace(world_.service(), [this] { world_.service().reload(); });
  }

  void pass(Duration time) {
    world_.run_until(world_.now() + time);
    world_.settle();
  }

  void press(const std::string& action) {
    std::vector<std::string> keys;
    for (const auto& [key, notice] : world_.desktop().screen()) keys.push_back(key);
    for (const auto& key : keys) world_.desktop().press(key, action);
    world_.settle();
  }

  [[nodiscard]] story::World& world() { return world_; }
  [[nodiscard]] Control& control() { return *control_; }

  /// What a new service finds when this one is killed.
  [[nodiscard]] Tonight after_a_crash() {
    world_.crash();
    world_.start();
    world_.settle();
    return ServiceControl{world_.service(), [] {}}.tonight();
  }

 private:
  story::World world_;
  std::optional<ServiceControl> control_;
};

/// Everything of the service's that is on the bus.
class Service {
 public:
  explicit Service(Control& control)
      : bus_{loop_.get_executor(), BusConnection::Bus::session,
             [](std::error_code /*why*/) { must_hold(false, "the connection stands"); }},
        object_{bus_, control, log_, [] {}},
        tray_{loop_.get_executor(), bus_, [](const std::string& /*icon*/) { return false; }, log_},
        desk_{control, tray_, TrayDesk::Callbacks{.on_refused = [](const Refused& /*refused*/) {}}},
        application_{bus_, actions()} {
    program_.accept();
    refresh();
  }

  void refresh() {
    object_.refresh();
    desk_.refresh();
    program_.settle();
  }

  void choose(const std::string& key) { desk_.choose(key, Source::tray); }

  BusProgram& program() { return program_; }

 private:
  ApplicationObject::Actions actions() {
    ApplicationObject::Actions actions{.on_activate = [] {}, .named = {}};
    for (const auto* key : {choice::cramp, choice::pause_until_morning})
      actions.named.emplace(key, [this, key] { desk_.choose(key, Source::bus); });
    return actions;
  }

  boost::asio::io_context loop_;
  BusProgram program_{loop_};
  NoLog log_;
  BusConnection bus_;
  ControlObject object_;
  TrayItem tray_;
  TrayDesk desk_;
  ApplicationObject application_;
};

struct Interface {
  const char* path;
  const char* name;
};

std::optional<Interface> interface_named(std::string_view name) {
  constexpr const char* own_path = "/io/github/calmcalf/Calmcalf";
  if (name == "control") return Interface{own_path, "io.github.calmcalf.Calmcalf1"};
  if (name == "application") return Interface{own_path, "org.freedesktop.Application"};
  if (name == "properties") return Interface{own_path, "org.freedesktop.DBus.Properties"};
  if (name == "menu") return Interface{TrayMenu::path, "com.canonical.dbusmenu"};
  if (name == "item") return Interface{"/StatusNotifierItem", "org.freedesktop.DBus.Properties"};
  return std::nullopt;
}

MessageHandle prepare_call(std::string_view line, BusProgram& program) {
  auto parts = split(line, '|');
  const auto dot = parts.front().find('.');
  const auto interface = interface_named(parts.front().substr(0, dot));
  if (!interface || dot == std::string_view::npos) return {};
  const std::string member{parts.front().substr(dot + 1)};
  auto message = program.prepare(interface->path, interface->name, member.c_str());
  parts.erase(parts.begin());
  if (!message || !append_arguments(message.get(), parts)) return {};
  return message;
}

/// What an answer changes is in the ledger, and a refusal changes nothing.
void call(std::string_view line, FuzzedEvening& evening, BusProgram& program) {
  const auto message = prepare_call(line, program);
  if (!message) return;
  const auto entries = evening.world().history().entries().size();
  const auto reply = program.call(message);
  const auto* error = sd_bus_message_get_error(reply.get());
  if (error == nullptr) return;
  must_hold(std::string_view{error->name} != SD_BUS_ERROR_FAILED, "what goes wrong is known by its name");
  must_hold(error->message != nullptr && *error->message != '\0', "an error says what is wrong");
  must_hold(evening.world().history().entries().size() == entries, "what is refused changes nothing");
}

void do_line(std::string_view line, FuzzedEvening& evening, Service& service) {
  if (line.starts_with('+')) {
    if (const auto time = parse_duration(line.substr(1)); time && *time <= longest_wait) evening.pass(*time);
  } else if (line.starts_with("press ")) {
    evening.press(std::string{line.substr(6)});
  } else if (line.starts_with("choose ")) {
    service.choose(std::string{line.substr(7)});
  } else {
    call(line, evening, service.program());
  }
  evening.world().settle();
  service.refresh();
}

void compare_with_restored(FuzzedEvening& evening) {
  const auto before = evening.control().tonight();
  if (before.guide) return;  // one that runs ends with the service
  const auto after = evening.after_a_crash();
  must_hold(after.night == before.night && after.bedtime == before.bedtime, "a crash leaves the bedtime as it is");
  must_hold(after.paused_until == before.paused_until, "a crash leaves a pause as it is");
  must_hold(after.steps == before.steps, "a crash leaves the steps as they are");
}

}  // namespace

void try_bus(std::string_view bytes) {
  static const GlibZones zones;
  static const auto schedule =
      RoutineFile{FUZZ_STORIES "/plain.toml", [](const std::string& /*name*/) { return true; }}.read();
  FuzzedEvening evening{zones, schedule};
  {
    Service service{evening.control()};
    const auto lines = split(bytes, '\n');
    for (std::size_t i = 0; i < std::min(lines.size(), most_lines); ++i) do_line(lines[i], evening, service);
    must_hold(service.program().prepare("/", "a.b", "C") != nullptr, "the connection stands");
  }
  compare_with_restored(evening);
}

}  // namespace calmcalf::fuzz
