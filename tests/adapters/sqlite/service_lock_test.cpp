// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sqlite/service_lock.hpp"

#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

#include "adapters/fresh_folder.hpp"
#include "adapters/sqlite/entries.hpp"

namespace calmcalf {
namespace {

using Kind = HistoryError::Kind;

class ServiceLocks : public testing::Test {
 protected:
  std::string content() const {
    std::ostringstream text;
    text << std::ifstream{history_.string() + ".lock"}.rdbuf();
    return text.str();
  }

  FreshFolder folder_{FreshFolder::On::memory};
  std::filesystem::path history_ = folder_ / "history.db";
};

TEST_F(ServiceLocks, AreForOneServiceAtATime) {
  const ServiceLock lock{history_};
  const auto error = error_of([&] { const ServiceLock second{history_}; });
  EXPECT_TRUE(is_error(error, Kind::in_use, history_, "process " + std::to_string(::getpid())));
  EXPECT_TRUE(is_error(error, Kind::in_use, history_, "systemctl --user stop calmcalf"));
}

TEST_F(ServiceLocks, AreFreeAgainAfterwards) {
  {
    const ServiceLock lock{history_};
  }
  EXPECT_FALSE(error_of([&] { const ServiceLock second{history_}; }));
}

TEST_F(ServiceLocks, CallForNoCheckAfterAGoodEnd) {
  {
    const ServiceLock lock{history_};
    EXPECT_FALSE(lock.calls_for_a_check());
  }
  EXPECT_EQ(content(), "");
  EXPECT_FALSE(ServiceLock{history_}.calls_for_a_check());
}

TEST_F(ServiceLocks, CallForACheckWhereTheLastHolderLeftItsName) {
  std::ofstream{history_.string() + ".lock"} << "4711\n";
  {
    ServiceLock lock{history_};
    EXPECT_TRUE(lock.calls_for_a_check());
  }
  EXPECT_TRUE(ServiceLock{history_}.calls_for_a_check()) << "nobody has checked yet";
  ServiceLock{history_}.note_checked();
  EXPECT_FALSE(ServiceLock{history_}.calls_for_a_check());
}

TEST_F(ServiceLocks, CallForACheckAfterDamageWasFound) {
  {
    const ServiceLock lock{history_};
    note_damage(history_);
    EXPECT_TRUE(is_error(error_of([&] { const ServiceLock second{history_}; }), Kind::in_use, history_,
                         "(process " + std::to_string(::getpid()) + ")"));
  }
  EXPECT_TRUE(ServiceLock{history_}.calls_for_a_check());
}

TEST_F(ServiceLocks, AreNotMadeByWhoOnlyFindsDamage) {
  note_damage(history_);
  EXPECT_FALSE(std::filesystem::exists(history_.string() + ".lock"));
}

}  // namespace
}  // namespace calmcalf
