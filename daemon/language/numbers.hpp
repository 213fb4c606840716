// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>

namespace calmcalf {

// Numbers as people write them where the user lives. What programs read is written with a point: by fmt itself.

/// With so many digits behind the decimal sign of the user's locale: "12.5".
[[nodiscard]] std::string decimal(double value, int digits);

/// The same with its sign: "+12.5", "-3".
[[nodiscard]] std::string signed_decimal(double value, int digits);

}  // namespace calmcalf
