// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/ledger.hpp"

#include <gtest/gtest.h>

namespace calmcalf {
namespace {

TEST(LedgerWords, AreReadBackAsWhatTheyName) {
  for (const auto source :
       {Source::notification, Source::tray, Source::command, Source::bus, Source::service, Source::import})
    EXPECT_EQ(source_named(name_of(source)), source);
  for (const auto why : {entry::Shown::Why::first, entry::Shown::Why::repeat, entry::Shown::Why::again})
    EXPECT_EQ(showing_named(name_of(why)), why);
}

TEST(LedgerWords, ThatNameNothingAreRefused) {
  EXPECT_EQ(source_named("Tray"), std::nullopt);
  EXPECT_EQ(showing_named("once more"), std::nullopt);
  EXPECT_EQ(body_of_kind("eaten"), std::nullopt);
}

}  // namespace
}  // namespace calmcalf
