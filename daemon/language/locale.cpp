// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "language/locale.hpp"

#include <clocale>

#include <glib.h>
#include <langinfo.h>
#include <libintl.h>
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

namespace calmcalf::language {
namespace {

constexpr const char* point = ".";

std::string& kept_decimal_sign() {
  static std::string sign{point};
  return sign;
}

/// Of the environment's LC_NUMERIC, which this process itself does not follow.
std::string decimal_sign_of_environment() {
#ifdef __SANITIZE_ADDRESS__
  // glibc's newlocale() never frees what it has split LOCPATH into.
  const __lsan::ScopedDisabler not_our_leak;
#endif
  const auto numbers = newlocale(LC_NUMERIC_MASK, "", nullptr);
  if (numbers == nullptr) return point;
  const std::string sign{nl_langinfo_l(RADIXCHAR, numbers)};
  freelocale(numbers);
  // One that is not ASCII is in the locale's characters, which are hardly ever anything but UTF-8.
  return g_utf8_validate(sign.c_str(), -1, nullptr) == FALSE ? point : sign;
}

}  // namespace

void follow_environment(const std::filesystem::path& catalogues) {
  // A category by itself: where one names a locale that is not installed, the others are still followed.
  for (const int category : {LC_CTYPE, LC_MESSAGES, LC_TIME}) std::setlocale(category, "");
  bindtextdomain(domain, catalogues.c_str());
  bind_textdomain_codeset(domain, "UTF-8");
  kept_decimal_sign() = decimal_sign_of_environment();
}

const std::string& decimal_sign() {
  return kept_decimal_sign();
}

}  // namespace calmcalf::language
