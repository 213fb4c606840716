// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "domain/tr_noop.hpp"

namespace calmcalf {

/// What a person reads is written in English in the source, inside one of these, and comes out in the language of the
/// user, by GNU gettext; without a translation it stays English. po/README.md says how to write such a text. Values go
/// in by {}, which the compiler checks against the English text; where a translation's do not fit, English is used.

namespace language {

/// The translation of a text, or the text.
[[nodiscard]] std::string translated(std::string_view text);
[[nodiscard]] std::string translated_in_context(const char* context, const char* text);
[[nodiscard]] std::string translated_plural(const std::string& one, const std::string& many, unsigned long count);

/// `translation` with its values put in, or where they do not fit it, `source`.
[[nodiscard]] std::string filled(const std::string& translation, fmt::string_view source, fmt::format_args values);

}  // namespace language

[[nodiscard]] inline std::string tr(std::string_view text) {
  return language::translated(text);
}

template <typename First, typename... More>
[[nodiscard]] std::string tr(fmt::format_string<First, More...> text, const First& first, const More&... more) {
  const fmt::string_view source = text;
  return language::filled(language::translated({source.data(), source.size()}), source,
                          fmt::make_format_args(first, more...));
}

/// One English word that is several elsewhere: `context` tells translators which it is, and is never shown.
[[nodiscard]] inline std::string tr_context(const char* context, const char* text) {
  return language::translated_in_context(context, text);
}

/// A text that depends on how many there are; the first value is the number itself.
template <typename Count, typename... More>
[[nodiscard]] std::string tr_plural(fmt::format_string<Count, More...> one, fmt::format_string<Count, More...> many,
                                    const Count& count, const More&... more) {
  const fmt::string_view in_one = one;
  const fmt::string_view in_many = many;
  const auto translation = language::translated_plural({in_one.data(), in_one.size()}, {in_many.data(), in_many.size()},
                                                       static_cast<unsigned long>(count));
  return language::filled(translation, count == 1 ? in_one : in_many, fmt::make_format_args(count, more...));
}

}  // namespace calmcalf
