// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "language/numbers.hpp"

#include <utility>

#include <fmt/format.h>

#include "language/locale.hpp"

namespace calmcalf {
namespace {

std::string with_local_sign(std::string number) {
  const auto point = number.find('.');
  return point == std::string::npos ? std::move(number) : number.replace(point, 1, language::decimal_sign());
}

}  // namespace

std::string decimal(double value, int digits) {
  return with_local_sign(fmt::format("{:.{}f}", value, digits));
}

std::string signed_decimal(double value, int digits) {
  return with_local_sign(fmt::format("{:+.{}f}", value, digits));
}

}  // namespace calmcalf
