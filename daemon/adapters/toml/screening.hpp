// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "adapters/toml/document.hpp"
#include "adapters/toml/findings.hpp"
#include "adapters/toml/mended_text.hpp"

namespace calmcalf::toml_file {

/// A text after a first look at its form.
struct Screening {
  struct Key {
    int line;
    std::string path;
  };

  MendedText meant;       ///< slips are mended whose meaning is plain, other broken values marked as unreadable
  bool fit = true;        ///< for the parser
  std::vector<Key> keys;  ///< headings too, in the order of lines

  /// The path of the key or heading on `line`, or last before it; empty where there is none.
  [[nodiscard]] std::string key_at(int line) const;
};

/// Looks for what a person tends to get wrong in TOML. The parser stops at the first thing it cannot read; this finds
/// all of it and notes what was meant, so that the rest can be checked too. `text` is UTF-8 without a byte-order mark.
///
/// It is also a guard: toml++ 3.3 and 3.4 have failing assertions or undefined behaviour for characters outside ASCII
/// that stand outside strings and comments or follow a backslash, for headings such as "[&", for values such as
/// "2026-12-24T.5"; and no limit to the depth of dotted keys. A fit text has none of these.
[[nodiscard]] Screening screen(std::string_view text, Findings& findings);

}  // namespace calmcalf::toml_file
