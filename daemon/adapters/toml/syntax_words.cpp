// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/syntax_words.hpp"

#include <array>

#include "adapters/toml/quoting.hpp"
#include "language/tr.hpp"

namespace calmcalf::toml_file {
namespace {

struct Wording {
  std::string_view sign;  ///< part of the parser's description
  std::string_view words;
};

constexpr std::array<Wording, 9> wordings{{
    {"as array-of-tables",
     tr_noop("this heading is there in single and in double brackets, write all alike, such as [[step]]")},
    {"redefine existing array",
     tr_noop("this heading is there in single and in double brackets, write all alike, such as [[step]]")},
    {"table header: cannot redefine", tr_noop("this heading is there twice, keep one and put all its keys under it")},
    {"cannot insert", tr_noop("this name is there already, keep one of the two")},
    {"redefine existing", tr_noop("this name is there already, keep one of the two")},
    {"control character", tr_noop("an invisible control character stands here, remove it")},
    {"unicode scalar",
     tr_noop("this is no character: after \\u stand four of the digits 0 to 9 and A to F, after \\U eight")},
    {"integer", tr_noop("this number is too large, write a smaller one")},
    {"floating-point", tr_noop("this number is too large, write a smaller one")},
}};

}  // namespace

std::string in_plain_words(std::string_view description) {
  for (const auto& [sign, words] : wordings) {
    if (description.find(sign) != std::string_view::npos) return tr(words);
  }
  return tr("this line is not understood ({}), look for a missing quote, comma or bracket", printable(description));
}

}  // namespace calmcalf::toml_file
