// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/private_bus.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace calmcalf {
namespace {

void write_configuration(const FreshFolder& folder, const std::string& address) {
  std::ofstream{folder / "bus.conf"}
      << "<busconfig><listen>" << address << "</listen><auth>EXTERNAL</auth><servicedir>" << folder.path().string()
      << "</servicedir><policy context='default'><allow send_destination='*'/><allow eavesdrop='true'/>"
         "<allow own='*'/></policy></busconfig>";
  std::ofstream{folder / "org.example.Startable.service"}
      << "[D-BUS Service]\nName=org.example.Startable\nExec=/bin/false\n";
}

/// Returns once the bus takes connections, which is when it says where.
pid_t start(const std::string& configuration) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) throw std::system_error{errno, std::generic_category(), "pipe"};
  const auto file = "--config-file=" + configuration;
  const auto print = "--print-address=" + std::to_string(ends[1]);
  const pid_t process = fork();
  if (process < 0) throw std::system_error{errno, std::generic_category(), "fork"};
  if (process == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    dup2(open("/dev/null", O_WRONLY | O_CLOEXEC), STDERR_FILENO);  // it finds fault with limits that do not matter here
    execlp("dbus-daemon", "dbus-daemon", file.c_str(), print.c_str(), "--nofork", "--nopidfile", nullptr);
    _exit(127);
  }
  close(ends[1]);
  char first = 0;
  const bool runs = read(ends[0], &first, 1) == 1;
  close(ends[0]);
  if (!runs) throw std::runtime_error{"dbus-daemon does not start"};
  return process;
}

}  // namespace

PrivateBus::PrivateBus()
    : address_{"unix:path=" + (folder_ / "bus").string()}, environment_{"DBUS_SYSTEM_BUS_ADDRESS", address_} {
  write_configuration(folder_, address_);
  process_ = start((folder_ / "bus.conf").string());
}

BusHandle PrivateBus::another() const {
  sd_bus* opened = nullptr;
  if (const int result = sd_bus_open_system(&opened); result < 0)
    throw std::system_error{-result, std::generic_category(), "sd_bus_open_system"};
  return BusHandle{opened};
}

void PrivateBus::stop() const {
  ::kill(process_, SIGSTOP);
}

void PrivateBus::kill() {
  if (process_ == 0) return;
  ::kill(process_, SIGKILL);
  waitpid(std::exchange(process_, 0), nullptr, 0);
}

}  // namespace calmcalf
