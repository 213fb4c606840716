// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "sized_schedule.hpp"

#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

namespace calmcalf {
namespace {

constexpr int minutes_of_evening = 240;

}  // namespace

std::string sized_schedule(int steps, Spread spread) {
  std::string text = "timezone = \"Europe/Berlin\"\n\n[bedtime]\ntime = 22:30:00\n";
  for (int number = 1; number <= steps; ++number) {
    const auto ahead = spread == Spread::at_one_instant ? 30 : minutes_of_evening - number % minutes_of_evening;
    text += fmt::format(
        "\n[[step]]\nid = \"step-{0}\"\ntitle = \"Step {0}\"\ntext = \"As on every evening.\"\nbefore_bed = \"{1}m\"\n",
        number, ahead);
  }
  return text;
}

std::string generated_schedule() {
  return R"(timezone = "Europe/Berlin"

[bedtime]
time = 22:30:00

[diary]
morning_check = 08:30:00

[[step]]
use = "water"
before_bed = "2h"

[[step]]
use = "warm-bath"
before_bed = "90m"

[[step]]
use = "banana"
before_bed = "60m"

[[step]]
use = "heel-walk"
before_bed = "20m"

[[step]]
use = "calf-stretch"
before_bed = "15m"

[[step]]
use = "hamstring-stretch"
before_bed = "10m"

[[step]]
use = "move"
every = "1h"
from = 09:00:00
until = 15:00:00
)";
}

void write_text(const std::filesystem::path& file, const std::string& text) {
  std::ofstream out{file, std::ios::binary};
  out << text;
  if (!out.flush()) throw std::runtime_error{file.string() + ": cannot be written"};
}

}  // namespace calmcalf
