// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// scale_benchmarks [OPTION OF GOOGLE BENCHMARK...]: how long things take as schedules, histories and previews grow.
// tests/bench/scale runs it and judges.
#include "scale_benchmarks.hpp"

#include <cstdlib>
#include <exception>
#include <iostream>

#include <benchmark/benchmark.h>

int main(int argc, char* argv[]) {
  // Before any thread. An import tells the service of the session: here there is to be none.
  for (const auto* name : {"DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "LANGUAGE", "TZDIR"}) ::unsetenv(name);
  ::setenv("TZ", "Europe/Berlin", 1);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  calmcalf::add_schedule_benchmarks();
  calmcalf::add_history_benchmarks();
  try {
    return benchmark::RunSpecifiedBenchmarks() > 0 ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
