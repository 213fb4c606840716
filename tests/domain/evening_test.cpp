// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "domain/evening.hpp"

#include <gmock/gmock.h>

#include "fixed_zone.hpp"
#include "routine_samples.hpp"

namespace calmcalf {
namespace {

using testing::Contains;
using testing::Field;
using testing::IsEmpty;
using testing::VariantWith;

/// What an evening does is told in tests/stories; here is what no story can say.
class EveningTest : public testing::Test {
 protected:
  std::vector<Effect> handle(const Event& event) { return evening_.handle(event, now_); }

  Instant now_ = at("2026-11-23T20:30");
  Evening evening_ = Evening::restore(shared(plain_routine()), utc(), {}, std::nullopt, now_);
};

TEST_F(EveningTest, HasNothingToDoAboutPopupsThatItDoesNotHave) {
  handle(event::Began{});
  for (const auto* key : {"step/calf-stretch/2026-11-23/1", "summary", "morning-check", ""}) {
    EXPECT_THAT(handle(event::PopupShown{key}), IsEmpty()) << key;
    EXPECT_THAT(handle(event::PopupFailed{key}), IsEmpty()) << key;
    EXPECT_THAT(handle(event::PopupClosed{key}), IsEmpty()) << key;
    EXPECT_THAT(handle(event::PopupClicked{key}), IsEmpty()) << key;
    EXPECT_THAT(handle(event::SummarySplit{key}), IsEmpty()) << key;
  }
}

TEST_F(EveningTest, SplitsNoPopupThatIsNoSummary) {
  handle(event::Began{});
  const auto key = popup_key({night("2026-11-23"), {"water"}});
  ASSERT_NE(evening_.popup(key), nullptr);
  EXPECT_THAT(handle(event::SummarySplit{key}), IsEmpty());
}

TEST_F(EveningTest, WritesDownWhatWasMissedOnceItsStepIsBackInTheSchedule) {
  handle(event::Began{});
  handle(event::PopupShown{popup_key({night("2026-11-23"), {"water"}})});
  auto without_water = plain_routine();
  without_water.steps.erase(without_water.steps.begin());
  handle(event::Rescheduled{shared(without_water), utc()});

  now_ = at("2026-11-30T12:00");
  handle(event::TimePassed{});
  const auto effects = handle(event::Rescheduled{shared(plain_routine()), utc()});

  ASSERT_TRUE(std::holds_alternative<effect::Record>(effects.front()));
  const entry::Ended missed{{{night("2026-11-23"), {"water"}, 1}, at("2026-11-23T20:30"), {}}, State::missed};
  EXPECT_THAT(std::get<effect::Record>(effects.front()).entries,
              Contains(Field(&Entry::body, VariantWith<entry::Ended>(missed))));
}

TEST_F(EveningTest, SaysWhenTheNextReminderWillBeInAPause) {
  struct {
    std::string paused_until, step, reminds_at;
  } const cases[]{{"2026-11-23T21:00", "water", "2026-11-23T21:00"},
                  {"2026-11-23T21:15", "calf-stretch", "2026-11-23T22:15"},  // water is of no use any more
                  {"2026-11-23T22:40", "calf-stretch", "2026-11-23T22:40"},
                  {"2026-11-24T04:00", "water", "2026-11-24T20:30"}};
  for (const auto& pause : cases) {
    const Ledger ledger{{now_, {}, Source::command, entry::Paused{at(pause.paused_until)}}};
    const auto evening = Evening::restore(shared(plain_routine()), utc(), ledger, now_, now_);
    const auto next = evening.status(now_).next;
    ASSERT_TRUE(next) << pause.paused_until;
    EXPECT_EQ(next->id.step.text, pause.step) << pause.paused_until;
    EXPECT_EQ(next->due, at(pause.reminds_at)) << pause.paused_until;
  }
}

}  // namespace
}  // namespace calmcalf
