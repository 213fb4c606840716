// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstdlib>
#include <string>
#include <utility>

#include "language/locale.hpp"

namespace calmcalf {

/// This process speaks as in that locale, "de_DE.UTF-8", in all or in one category; afterwards English again.
class ALocale {
 public:
  explicit ALocale(const std::string& name, std::string category = "LC_ALL") : category_{std::move(category)} {
    ::unsetenv("LC_ALL");
    ::setenv("LOCPATH", CALMCALF_TEST_LOCALES, 1);
    ::setenv(category_.c_str(), name.c_str(), 1);
    language::follow_environment(CALMCALF_TEST_CATALOGUES);
  }
  ALocale(const ALocale&) = delete;
  ALocale& operator=(const ALocale&) = delete;
  ~ALocale() {
    ::unsetenv(category_.c_str());
    ::setenv("LC_ALL", "C", 1);
    language::follow_environment(CALMCALF_TEST_CATALOGUES);
    ::unsetenv("LC_ALL");
    ::unsetenv("LOCPATH");
  }

 private:
  std::string category_;
};

}  // namespace calmcalf
