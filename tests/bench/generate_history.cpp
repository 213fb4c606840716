// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// generate_history FILE YEARS SEED [LAST]: a history as somebody with cramps may have it after so many years of the
// starter routine, until the night of LAST (yesterday). The same seed gives the same nights.
#include <charconv>
#include <chrono>
#include <exception>
#include <iostream>
#include <optional>
#include <string_view>
#include <vector>

#include "adapters/sqlite/sqlite_history.hpp"
#include "domain/iso8601.hpp"
#include "generated_history.hpp"

namespace calmcalf {
namespace {

constexpr int nights_of_year = 365;

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

Night yesterday() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return Night{std::chrono::local_days{std::chrono::floor<std::chrono::days>(now)}} - 1;
}

int generate(std::string_view file, std::string_view years, std::string_view seed, std::optional<Night> last) {
  const auto number_of_years = number_in<int>(years);
  const auto number_of_seed = number_in<unsigned>(seed);
  if (!number_of_years || *number_of_years < 1 || !number_of_seed || !last) {
    std::cerr << "generate_history FILE YEARS SEED [LAST]: YEARS and SEED are whole numbers, LAST is a date\n";
    return 2;
  }
  const auto history = SqliteHistory::open_for_import(file);
  history->append(generated_history({.last = *last, .number = *number_of_years * nights_of_year}, *number_of_seed));
  return 0;
}

}  // namespace
}  // namespace calmcalf

int main(int count, char** arguments) {
  const std::vector<std::string_view> words{arguments + 1, arguments + count};
  constexpr std::size_t needed = 3;
  try {
    if (words.size() != needed && words.size() != needed + 1) return calmcalf::generate("", "", "", {});
    return calmcalf::generate(words[0], words[1], words[2],
                              words.size() > needed ? calmcalf::parse_night(words[needed]) : calmcalf::yesterday());
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
