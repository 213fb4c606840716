// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

namespace calmcalf {

/// Marks a text to be collected for translation where it stands, and translated by tr() where it is shown; what GNU
/// gettext's manual calls gettext_noop (section 4.7, "Special Cases of Translatable Strings").
[[nodiscard]] constexpr std::string_view tr_noop(std::string_view text) {
  return text;
}

}  // namespace calmcalf
