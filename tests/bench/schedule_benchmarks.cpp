// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "adapters/fresh_folder.hpp"
#include "app/wording.hpp"
#include "bench_program.hpp"
#include "bench_service.hpp"
#include "scale_benchmarks.hpp"
#include "sized_schedule.hpp"

namespace calmcalf {
namespace {

const Instant due_at_once = parse_moment("2026-11-23T22:00:00+01:00").value().at;
const Instant evening_over = parse_moment("2026-11-23T23:59:00+01:00").value().at;

void require(bool holds, const std::string& what) {
  if (!holds) throw std::runtime_error{"not so: " + what};
}

/// `calmcalf preview` of so many years.
void preview(benchmark::State& state, std::vector<std::string> words) {
  const FreshFolder folder{FreshFolder::On::memory};
  write_text(folder / "routine.toml", generated_schedule());
  const BenchProgram program{folder.path()};
  const auto nights = state.range() * nights_in_four_years / 4;
  words.insert(words.end(), {"--from", "2026-11-23", "--nights", std::to_string(nights)});
  for (auto _ : state) program.run(words);
  state.SetComplexityN(nights);
}

/// A schedule of so many steps, with a history that each start finds empty.
class SizedEvening {
 public:
  SizedEvening(benchmark::State& state, Spread spread) : steps_{static_cast<int>(state.range())} {
    write_text(schedule_, sized_schedule(steps_, spread));
    state.SetComplexityN(steps_);
  }

  [[nodiscard]] int steps() const { return steps_; }

  [[nodiscard]] Reading read() {
    return RoutineFile{schedule_, [&](const std::string& name) { return zones_.find(name) != nullptr; }}.read();
  }
  [[nodiscard]] std::shared_ptr<const Zone> zone() const { return zones_.find("Europe/Berlin"); }

  [[nodiscard]] std::unique_ptr<BenchService> started(Instant now = benchmark_now()) const {
    for (const auto* ending : {"", "-wal", "-shm"}) std::filesystem::remove(history_.string() + ending);
    auto service = std::make_unique<BenchService>(schedule_, history_, now);
    service->start();
    return service;
  }

 private:
  FreshFolder folder_{FreshFolder::On::memory};
  std::filesystem::path schedule_ = folder_ / "routine.toml";
  std::filesystem::path history_ = folder_ / "history.db";
  GlibZones zones_;
  int steps_;
};

void read_schedule(benchmark::State& state) {
  SizedEvening evening{state, Spread::over_the_evening};
  for (auto _ : state) require(evening.read().routine != nullptr, "the schedule can be used");
}

/// From a schedule that was read to an evening that stands.
void plan_evening(benchmark::State& state) {
  SizedEvening evening{state, Spread::over_the_evening};
  const auto routine = evening.read().routine;
  const auto now = benchmark_now();
  for (auto _ : state) {
    auto planned = Evening::restore(routine, evening.zone(), {}, std::nullopt, now);
    benchmark::DoNotOptimize(planned.handle(event::Began{}, now));
    benchmark::DoNotOptimize(planned.next_deadline(now));
  }
}

/// What `calmcalf status` is answered with, while steps are over, due and still to come.
void status_of_steps(benchmark::State& state) {
  const SizedEvening evening{state, Spread::over_the_evening};
  const auto service = evening.started(due_at_once);
  for (auto _ : state) benchmark::DoNotOptimize(service->tonight());
}

/// All steps come due at one instant: up to the popups on the screen, and the showings on disk.
void due_together(benchmark::State& state) {
  const SizedEvening evening{state, Spread::at_one_instant};
  const auto popups = evening.steps() == 1 ? "one popup for the step" : "one summary for all steps";
  std::unique_ptr<BenchService> service;
  for (auto _ : state) {
    state.PauseTiming();
    service.reset();  // one at a time has the history
    service = evening.started();
    require(service->desktop().shows() == 0, "nothing is shown before its time");
    state.ResumeTiming();
    service->run_until(due_at_once);
    state.PauseTiming();
    require(service->desktop().shows() == 1 && service->desktop().screen().size() == 1, popups);
    state.ResumeTiming();
  }
  // Shown once and repeated twice, and then withdrawn.
  service->run_until(evening_over);
  require(service->desktop().shows() == 3 && service->desktop().screen().empty(), "an evening has three popups in all");
}

/// One press on the summary's button answers all of them.
void answered_together(benchmark::State& state) {
  const SizedEvening evening{state, Spread::at_one_instant};
  for (auto _ : state) {
    state.PauseTiming();
    const auto service = evening.started();
    service->run_until(due_at_once);
    const auto summary = service->desktop().screen().begin()->first;
    state.ResumeTiming();
    service->press(summary, action::done);
    state.PauseTiming();
    require(service->desktop().screen().empty() && service->desktop().shows() == 1, "all that was shown is answered");
    state.ResumeTiming();
  }
}

template <typename Run>
void add_for_steps(const char* name, Run run) {
  benchmark::RegisterBenchmark(name, run)
      ->ArgName("steps")
      ->RangeMultiplier(10)
      ->Range(1, 10000)
      ->Unit(benchmark::kMillisecond)
      ->Complexity();
}

void add_preview(const char* name, const std::vector<std::string>& words) {
  auto* added = benchmark::RegisterBenchmark(name, [words](benchmark::State& state) { preview(state, words); });
  for (const auto years : {1, 2, 5, 10, 20, 50, 100}) added->Arg(years);
  added->ArgName("years")->Unit(benchmark::kMillisecond)->Complexity();
}

}  // namespace

void add_schedule_benchmarks() {
  add_preview("preview", {"preview"});
  add_preview("preview_json", {"preview", "--json"});
  add_for_steps("read_schedule", read_schedule);
  add_for_steps("plan_evening", plan_evening);
  add_for_steps("status", status_of_steps);
  add_for_steps("due_together", due_together);
  add_for_steps("answered_together", answered_together);
}

}  // namespace calmcalf
