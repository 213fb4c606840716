// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/libnotify/requests.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace calmcalf {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Notice notice(const std::string& key, const std::string& title = "") {
  Notice notice;
  notice.key = key;
  notice.title = title;
  return notice;
}

std::vector<std::string> drained(Requests& requests) {
  std::vector<std::string> titles;
  while (const auto showing = requests.take_showing()) titles.push_back(showing->notice.title);
  return titles;
}

TEST(Requests, AreTakenInTheOrderInWhichTheyCame) {
  Requests requests;
  requests.show(notice("a", "one"));
  requests.show(notice("b", "two"));
  EXPECT_TRUE(requests.has_showing());
  EXPECT_TRUE(requests.has_showing("b"));
  EXPECT_FALSE(requests.has_showing("c"));
  EXPECT_THAT(drained(requests), ElementsAre("one", "two"));
  EXPECT_FALSE(requests.has_showing());
}

TEST(Requests, LeaveOnlyTheLastOfOneKey) {
  Requests requests;
  requests.show(notice("a", "old"));
  requests.show(notice("b", "other"));
  requests.show(notice("a", "new"));
  EXPECT_THAT(drained(requests), ElementsAre("other", "new"));
}

TEST(Requests, LetAWithdrawalOvertakeWhatIsNotShownYet) {
  Requests requests;
  requests.show(notice("a"));
  requests.withdraw("a");
  EXPECT_FALSE(requests.has_showing());
  EXPECT_THAT(requests.take_withdrawals(), ElementsAre("a"));
  EXPECT_THAT(requests.take_withdrawals(), IsEmpty());
}

TEST(Requests, ShowWhatWasAskedForAfterItsWithdrawal) {
  Requests requests;
  requests.withdraw("a");
  requests.show(notice("a", "again"));
  EXPECT_THAT(drained(requests), ElementsAre("again"));
}

TEST(Requests, TryWhatIsPutBackBeforeAllOthers) {
  Requests requests;
  requests.show(notice("a", "one"));
  requests.show(notice("b", "two"));
  auto first = requests.take_showing();
  EXPECT_FALSE(first->again);
  requests.put_back(std::move(first->notice));
  EXPECT_TRUE(requests.take_showing()->again);
  EXPECT_THAT(drained(requests), ElementsAre("two"));
}

TEST(Requests, DropWhatIsPutBackOnceItsKeyIsAskedForAnew) {
  Requests requests;
  requests.show(notice("a", "new"));
  requests.put_back(notice("a", "old"));
  EXPECT_THAT(drained(requests), ElementsAre("new"));
}

TEST(Requests, DropWhatIsPutBackOnceItsKeyIsWithdrawn) {
  Requests requests;
  requests.withdraw("a");
  requests.put_back(notice("a"));
  EXPECT_FALSE(requests.has_showing());
}

TEST(Requests, CanBeTakenAllAtOnce) {
  Requests requests;
  requests.show(notice("a"));
  requests.show(notice("b"));
  EXPECT_EQ(requests.take_showings().size(), 2U);
  EXPECT_FALSE(requests.has_showing());
}

TEST(Requests, AreOverOnceStopped) {
  Requests requests;
  requests.show(notice("a"));
  EXPECT_FALSE(requests.is_stopped());
  requests.stop();
  EXPECT_TRUE(requests.is_stopped());
  EXPECT_FALSE(requests.has_showing());
  EXPECT_THAT(drained(requests), IsEmpty());
}

TEST(Requests, AreSettledWhenToldSo) {
  Requests requests;
  EXPECT_FALSE(requests.is_settled());
  requests.settle();
  EXPECT_TRUE(requests.is_settled());
}

}  // namespace
}  // namespace calmcalf
