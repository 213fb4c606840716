// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// Reads lines of "K N K N", two proportions, and writes for each line the ends of both intervals and of that of their
// difference, as the program computes them.
#include <iomanip>
#include <iostream>
#include <limits>

#include "domain/proportion.hpp"

int main() {
  std::ios::sync_with_stdio(false);
  std::cout << std::setprecision(std::numeric_limits<double>::max_digits10);
  calmcalf::Count first;
  calmcalf::Count second;
  while (std::cin >> first.k >> first.n >> second.k >> second.n) {
    const auto one = wilson(first);
    const auto other = wilson(second);
    const auto difference = newcombe(first, second);
    std::cout << one.low << ' ' << one.high << ' ' << other.low << ' ' << other.high << ' ' << difference.low << ' '
              << difference.high << '\n';
  }
  return 0;
}
