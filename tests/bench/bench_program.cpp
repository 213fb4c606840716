// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "bench_program.hpp"

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include "adapters/process/descriptor.hpp"
#include "adapters/zone/glib_zones.hpp"
#include "cli/program.hpp"
#include "sized_schedule.hpp"

namespace calmcalf {
namespace {

Descriptor nowhere() {
  const int opened = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (opened < 0) throw std::system_error{errno, std::generic_category(), "/dev/null"};
  return Descriptor{opened};
}

}  // namespace

BenchProgram::BenchProgram(const std::filesystem::path& folder)
    : places_{.own_schedule = folder / "routine.toml",
              .starter = {},
              .history = folder / "history.db",
              .kept_schedule = folder / "kept.toml",
              .catalogues = {},
              .machine_schedules = {}} {
  clock_.set(benchmark_now());
}

void BenchProgram::run(const std::vector<std::string>& arguments) const {
  const auto unread = nowhere();
  cli::Output out{unread.number()};
  cli::Output complaints{STDERR_FILENO};
  const GlibZones zones;
  cli::Surroundings surroundings{.out = out,
                                 .complaints = complaints,
                                 .ink = cli::Ink{false},
                                 .places = places_,
                                 .executable_folder = {},
                                 .zones = zones,
                                 .clock = clock_};
  if (cli::run_program(arguments, surroundings) != cli::ExitStatus::done)
    throw std::runtime_error{"calmcalf " + arguments.front() + " failed"};
}

}  // namespace calmcalf
