// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// vm_guest DEVICE: what the host steers inside the virtual machine, over the serial line DEVICE. It is the session's
// notification server, and does what it is told, a command a line:
//   press ID ACTION    a button of a popup
//   clock SECONDS      set the clock, to seconds since 1970-01-01 UTC
//   run COMMAND        a shell command, whose end is told with its exit status and output
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <exception>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <systemd/sd-bus.h>
#include <systemd/sd-event.h>

#include "host_line.hpp"
#include "notification_server.hpp"
#include "shell.hpp"

namespace calmcalf::vm {
namespace {

void check(int result, const char* what) {
  if (result < 0) throw std::system_error{-result, std::generic_category(), what};
}

/// Takes a word and the blank behind it off the front of `text`.
std::string take_word(std::string_view& text) {
  const auto end = text.find(' ');
  const std::string word{text.substr(0, end)};
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return word;
}

template <typename Number>
Number to_number(const std::string& word) {
  Number number{};
  const auto* end = word.data() + word.size();
  const auto [stopped, error] = std::from_chars(word.data(), end, number);
  if (error != std::errc{} || stopped != end) throw std::invalid_argument{word + " is no number"};
  return number;
}

void set_clock(std::time_t seconds) {
  const timespec time{.tv_sec = seconds, .tv_nsec = 0};
  if (clock_settime(CLOCK_REALTIME, &time) != 0) throw std::system_error{errno, std::generic_category(), "clock"};
}

class Guest {
 public:
  Guest(sd_event* loop, sd_bus* bus, const char* device)
      : line_{loop, device, [this](const std::string& command) { obey(command); }},
        server_{bus, [this](nlohmann::ordered_json event) { line_.tell(std::move(event)); }},
        shell_{loop, [this](int status, const std::string& output) {
                 line_.tell({{"event", "ran"}, {"status", status}, {"output", output}});
               }} {
    line_.tell({{"event", "ready"}});
  }

 private:
  void obey(const std::string& command) {
    try {
      std::string_view rest{command};
      const auto verb = take_word(rest);
      if (verb == "press") {
        const auto id = to_number<std::uint32_t>(take_word(rest));
        server_.press(id, std::string{rest});
      } else if (verb == "clock") {
        set_clock(to_number<std::time_t>(std::string{rest}));
        line_.tell({{"event", "clock"}});
      } else if (verb == "run") {
        shell_.run(std::string{rest});
      } else {
        throw std::invalid_argument{"there is no command " + verb};
      }
    } catch (const std::exception& error) {
      line_.tell({{"event", "failed"}, {"command", command}, {"why", error.what()}});
    }
  }

  HostLine line_;
  NotificationServer server_;
  Shell shell_;
};

struct Release {
  void operator()(sd_event* loop) const noexcept { sd_event_unref(loop); }
  void operator()(sd_bus* bus) const noexcept { sd_bus_flush_close_unref(bus); }
};

void serve(const char* device) {
  sd_event* new_loop = nullptr;
  check(sd_event_new(&new_loop), "sd_event_new");
  const std::unique_ptr<sd_event, Release> loop{new_loop};
  sd_bus* new_bus = nullptr;
  check(sd_bus_open_user(&new_bus), "sd_bus_open_user");
  const std::unique_ptr<sd_bus, Release> bus{new_bus};
  check(sd_bus_attach_event(bus.get(), loop.get(), SD_EVENT_PRIORITY_NORMAL), "sd_bus_attach_event");
  const Guest guest{loop.get(), bus.get(), device};
  check(sd_event_loop(loop.get()), "sd_event_loop");
}

}  // namespace
}  // namespace calmcalf::vm

int main(int count, char** words) {
  if (count != 2) {
    std::fputs("vm_guest DEVICE\n", stderr);
    return 2;
  }
  try {
    calmcalf::vm::serve(words[1]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "vm_guest: %s\n", error.what());
    return 1;
  }
  return 0;
}
