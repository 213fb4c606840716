// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "adapters/fresh_folder.hpp"
#include "bench_program.hpp"
#include "bench_service.hpp"
#include "domain/iso8601.hpp"
#include "generated_history.hpp"
#include "scale_benchmarks.hpp"
#include "sized_schedule.hpp"

namespace calmcalf {
namespace {

constexpr int months_in_four_years = 48;
constexpr unsigned seed = 7;
const Night last_night = parse_night("2026-11-22").value();

/// How a history came to be.
enum class Written {
  night_by_night,
  with_the_past_imported,  ///< a week of it, then all that was before, then the last week
};

/// A home with a history of so many months, until last night, and with what was exported from it.
class HomeWithHistory {
 public:
  HomeWithHistory(int months, Written how) : program_{folder_.path()} {
    write_text(folder_ / "routine.toml", generated_schedule());
    const auto nights = std::max(2, months * nights_in_four_years / months_in_four_years);
    const auto ledger = generated_history({.last = last_night, .number = nights, .moves_a_day = 7}, seed);
    entries_ = static_cast<std::int64_t>(ledger.size());
    auto later = std::ranges::find_if(ledger, [&](const Entry& entry) { return night_of(entry) > last_night - 14; });
    auto latest = std::ranges::find_if(ledger, [&](const Entry& entry) { return night_of(entry) > last_night - 7; });
    const auto history = SqliteHistory::open_for_import(file());
    if (how == Written::with_the_past_imported) history->append({later, latest});
    history->append({ledger.begin(), how == Written::with_the_past_imported ? later : ledger.end()});
    if (how == Written::with_the_past_imported) history->append({latest, ledger.end()});
  }

  [[nodiscard]] std::filesystem::path schedule() const { return folder_ / "routine.toml"; }
  [[nodiscard]] std::filesystem::path file() const { return folder_ / "history.db"; }
  [[nodiscard]] std::int64_t entries() const { return entries_; }
  [[nodiscard]] const BenchProgram& program() const { return program_; }

  /// A file that `calmcalf export` wrote of it.
  [[nodiscard]] std::filesystem::path exported(const std::string& format) const {
    const auto file = folder_ / ("exported." + format);
    if (!std::filesystem::exists(file)) program_.run({"export", "--format", format, "--output", file.string()});
    return file;
  }

 private:
  FreshFolder folder_{FreshFolder::On::memory};
  BenchProgram program_;
  std::int64_t entries_ = 0;
};

/// Making a long one takes longer than what is measured with it, so that each is made once.
class Homes {
 public:
  const HomeWithHistory& of(benchmark::State& state, Written how = Written::night_by_night) {
    const auto months = static_cast<int>(state.range());
    auto& home = homes_[{months, how}];
    if (home == nullptr) home = std::make_unique<HomeWithHistory>(months, how);
    state.SetComplexityN(home->entries());
    state.counters["entries"] = static_cast<double>(home->entries());
    return *home;
  }

 private:
  std::map<std::pair<int, Written>, std::unique_ptr<HomeWithHistory>> homes_;
};

/// From the history's file to the evening that stands, with its first popups and the tray.
void start_up(benchmark::State& state, const HomeWithHistory& home) {
  for (auto _ : state) {
    BenchService service{home.schedule(), home.file(), benchmark_now()};
    service.start();
  }
}

void status_with_history(benchmark::State& state, const HomeWithHistory& home) {
  BenchService service{home.schedule(), home.file(), benchmark_now()};
  service.start();
  for (auto _ : state) benchmark::DoNotOptimize(service.tonight());
}

void command(benchmark::State& state, const HomeWithHistory& home, const std::vector<std::string>& words) {
  for (auto _ : state) home.program().run(words);
}

/// Into a history that is not there yet.
void import_all(benchmark::State& state, const HomeWithHistory& home, const std::string& format) {
  const auto file = home.exported(format);
  for (auto _ : state) {
    state.PauseTiming();
    const auto target = std::make_unique<FreshFolder>(FreshFolder::On::memory);
    state.ResumeTiming();
    home.program().run({"import", file.string(), "--history", (*target / "history.db").string()});
    state.PauseTiming();
    std::filesystem::remove_all(target->path());
    state.ResumeTiming();
  }
}

/// Into the history that it came from: nothing is new.
void import_again(benchmark::State& state, const HomeWithHistory& home) {
  const auto file = home.exported("csv");
  for (auto _ : state) home.program().run({"import", file.string()});
}

template <typename Run>
void add_for_months(const char* name, Run run) {
  auto* added = benchmark::RegisterBenchmark(name, run);
  for (const auto months : {1, 12, 120, 360, 1200}) added->Arg(months);
  added->ArgName("months")->Unit(benchmark::kMillisecond)->Complexity();
}

}  // namespace

void add_history_benchmarks() {
  const auto homes = std::make_shared<Homes>();
  const auto add_command = [&](const char* name, std::vector<std::string> words) {
    add_for_months(name, [homes, words](benchmark::State& state) { command(state, homes->of(state), words); });
  };
  add_for_months("start_up", [homes](benchmark::State& state) { start_up(state, homes->of(state)); });
  add_for_months("start_up_past_imported", [homes](benchmark::State& state) {
    start_up(state, homes->of(state, Written::with_the_past_imported));
  });
  add_for_months("status_with_history",
                 [homes](benchmark::State& state) { status_with_history(state, homes->of(state)); });
  add_command("stats", {"stats"});
  add_command("stats_of_a_month", {"stats", "--from", "2026-10-23"});
  add_command("report", {"report", "--output", "-"});
  add_command("history", {"history"});
  add_command("export_csv", {"export", "--format", "csv"});
  add_command("export_json", {"export", "--format", "json"});
  add_for_months("import_csv", [homes](benchmark::State& state) { import_all(state, homes->of(state), "csv"); });
  add_for_months("import_json", [homes](benchmark::State& state) { import_all(state, homes->of(state), "json"); });
  add_for_months("import_again", [homes](benchmark::State& state) { import_again(state, homes->of(state)); });
}

}  // namespace calmcalf
