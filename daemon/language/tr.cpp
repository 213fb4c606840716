// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "language/tr.hpp"

#include <libintl.h>

#include "language/locale.hpp"

namespace calmcalf::language {

std::string translated(std::string_view text) {
  // The translation of nothing is the catalogue's header.
  if (text.empty()) return {};
  const std::string source{text};
  return dgettext(domain, source.c_str());
}

std::string translated_in_context(const char* context, const char* text) {
  // How catalogues store a context: GNU gettext's manual, section 11.2.5.
  constexpr char separator = '\004';
  const auto source = std::string{context} + separator + text;
  const std::string_view found = dgettext(domain, source.c_str());
  return found == source ? text : std::string{found};
}

std::string translated_plural(const std::string& one, const std::string& many, unsigned long count) {
  return dngettext(domain, one.c_str(), many.c_str(), count);
}

std::string filled(const std::string& translation, fmt::string_view source, fmt::format_args values) {
  try {
    return fmt::vformat(translation, values);
  } catch (const fmt::format_error&) {
    return fmt::vformat(source, values);
  }
}

}  // namespace calmcalf::language
