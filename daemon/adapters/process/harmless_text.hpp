// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace calmcalf {

/// `text` as a log and a terminal may be given it: control characters but for tabs, line ends among them, and what is
/// not UTF-8 become U+FFFD; what is longer than a few hundred characters is cut.
[[nodiscard]] std::string harmless_line(std::string_view text);

/// The same for each line of a program's output. Empty ones are left out.
[[nodiscard]] std::vector<std::string> harmless_lines(std::string_view output);

}  // namespace calmcalf
