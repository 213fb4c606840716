// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/syntax_words.hpp"

#include <array>

#include "adapters/toml/quoting.hpp"

namespace calmcalf::toml_file {
namespace {

struct Wording {
  std::string_view sign;  ///< part of the parser's description
  std::string_view words;
};

constexpr std::array<Wording, 8> wordings{{
    {"as array-of-tables", "this heading is there in single and in double brackets, write all alike, such as [[step]]"},
    {"redefine existing array",
     "this heading is there in single and in double brackets, write all alike, such as [[step]]"},
    {"table header: cannot redefine", "this heading is there twice, keep one and put all its keys under it"},
    {"redefine existing", "this name is there already, keep one of the two"},
    {"control character", "an invisible control character stands here, remove it"},
    {"unicode scalar", "this is no character: after \\u stand four of the digits 0 to 9 and A to F, after \\U eight"},
    {"integer", "this number is too large, write a smaller one"},
    {"floating-point", "this number is too large, write a smaller one"},
}};

}  // namespace

std::string in_plain_words(std::string_view description) {
  for (const auto& [sign, words] : wordings) {
    if (description.find(sign) != std::string_view::npos) return std::string{words};
  }
  return "this line is not understood (" + printable(description) + "), look for a missing quote, comma or bracket";
}

}  // namespace calmcalf::toml_file
