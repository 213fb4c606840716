// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/event.hpp"
#include "domain/guided_exercise.hpp"
#include "domain/plan.hpp"
#include "domain/popup.hpp"
#include "domain/schedule.hpp"
#include "domain/standing.hpp"

namespace calmcalf {

/// A step of an evening as it stands: a line of `calmcalf status`.
struct StepStatus {
  OccurrenceId id{};
  Instant at{};
  State state = State::waiting;
  std::optional<Instant> snoozed_until{};
  int snoozes = 0;
};

/// The evening at hand, for people and programs that ask.
struct Status {
  Night night;
  Instant bedtime;
  std::optional<Instant> paused_until;
  std::vector<StepStatus> steps;  ///< in order of time; with what other nights have open now
  std::optional<Occurrence> next;
};

/// The core: what is due, what was answered, what is on the screen. It owns no clock, file, bus or thread. What happens
/// goes in as an Event, what to do comes out as Effects; every event ends in the same recompute, so that a deadline, a
/// resume and a clock set back by a day are one thing.
///
/// The name is that of its concern. It holds the nights around now, since a step of tomorrow can be due before
/// tonight's bedtime and one of yesterday can still be open.
class Evening {
 public:
  /// The only way to begin, after a boot as after a crash. `recent` is the ledger of the last nights_remembered nights
  /// before the earlier of today and the date of `last`; `last` is when this service last recorded anything, none in a
  /// new history.
  static Evening restore(std::shared_ptr<const Routine> routine, std::shared_ptr<const Zone> zone, const Ledger& recent,
                         std::optional<Instant> last, Instant now);

  /// How many nights before today bear on what is done today: open windows, and the diary's two weeks.
  static constexpr int nights_remembered = 16;
  /// More than so many popups at one instant become one summary.
  static constexpr int popups_at_once = 4;
  /// A step shown within this of its time is on time, not late.
  static constexpr Duration punctual{60};
  /// What helps in a cramp leaves the screen after this, wherever somebody has got to with it. Design.
  static constexpr Duration relief_lasts = std::chrono::hours{1};
  /// After this a popup that a server did not take is tried again.
  static constexpr Duration retry_after{60};

  std::vector<Effect> handle(const Event& event, Instant now);

  /// When time next makes a difference, if nothing else happens before.
  [[nodiscard]] Instant next_deadline(Instant now) const;

  /// Whether the ledger of `night` has been read; if not, recall() it before a request is considered.
  [[nodiscard]] bool remembers(Night night) const { return night >= remembered_from_ || recalled_.contains(night); }
  void recall(Night night, const Ledger& its_ledger);

  /// Every night from this one on has been read; and how to go further back, when the clock did. `their_ledger` is that
  /// of the nights from `first` until before it.
  [[nodiscard]] Night remembered_from() const { return remembered_from_; }
  void recall_from(Night first, const Ledger& their_ledger);

  [[nodiscard]] const Schedule& schedule() const { return schedule_; }
  [[nodiscard]] const Standing& standing() const { return standing_; }
  [[nodiscard]] Night at_hand(Instant now) const;
  [[nodiscard]] Status status(Instant now) const;
  [[nodiscard]] State state(const Occurrence& occurrence, Instant now) const;
  /// The occurrences of a step that ask to be answered now and are not of the night at hand.
  [[nodiscard]] std::vector<Occurrence> open_elsewhere(const StepId& step, Instant now) const;
  /// The guided exercise under way; null where none is.
  [[nodiscard]] const GuideRun* guide() const { return guide_ ? &*guide_ : nullptr; }
  /// Whether it is of the nights around now, and so can be guided.
  [[nodiscard]] bool plans(const OccurrenceId& id) const { return plan_.find(id) != nullptr; }

  /// Tonight's bedtime included, what `later` moved.
  [[nodiscard]] Instant bedtime(Night night) const { return schedule_.bedtime(night, standing_.moves(night)); }

  /// The popup on the screen, or on its way there; null for others.
  [[nodiscard]] const Popup* popup(const std::string& key) const;

 private:
  /// A popup we asked for. `why` names those of its occurrences that it reminds of, as opposed to carrying them along.
  struct OpenPopup {
    Popup popup;
    std::map<OccurrenceId, entry::Shown::Why> why;
    bool on_screen = false;  ///< some showing of it is
    bool awaited = true;     ///< the server has yet to say what became of the latest showing
  };

  static inline const std::string mistake_key = "schedule-mistake";
  static inline const std::string morning_key = "morning-check";
  static inline const std::string doctor_key = "doctor-hint";
  static inline const std::string guide_key = "guide";
  static inline const std::string relief_key = "relief";
  static inline const std::string follow_up_key = "follow-up";

  /// What helps in a cramp, while it is on the screen.
  struct Relieving {
    std::size_t page = 0;
    Instant until;
  };

  /// Questions about a cramp that are still to be asked.
  struct FollowUp {
    Night night;
    CrampId cramp;
    std::vector<Popup::Question> questions;  ///< the last one is asked first
  };

  /// An occurrence that wants the screen now.
  struct Wish {
    Slot* slot;
    entry::Shown::Why why;
    bool late;
  };

  /// Collects what comes out of one event.
  struct Outcome {
    Ledger record;
    std::vector<Effect> effects;
  };

  Evening(Schedule schedule, Standing standing);

  [[nodiscard]] Night earliest_open(Night night) const;
  void apply_of_nights(const Ledger& ledger);

  // What each event does before the recompute.
  void on(const event::Began& event, Instant now, Outcome& out);
  void on(const event::Ending& event, Instant now, Outcome& out);
  void on(const event::TimePassed& event, Instant now, Outcome& out);
  void on(const event::Recorded& event, Instant now, Outcome& out);
  void on(const event::GuideStarted& event, Instant now, Outcome& out);
  void on(const event::GuideStopped& event, Instant now, Outcome& out);
  void on(const event::GuidePaused& event, Instant now, Outcome& out);
  void on(const event::GuideResumed& event, Instant now, Outcome& out);
  void on(const event::ReliefTurned& event, Instant now, Outcome& out);
  void on(const event::FollowedUp& event, Instant now, Outcome& out);
  void on(const event::Rescheduled& event, Instant now, Outcome& out);
  void on(const event::ScheduleRejected& event, Instant now, Outcome& out);
  void on(const event::ScheduleMended& event, Instant now, Outcome& out);
  void on(const event::ZoneChanged& event, Instant now, Outcome& out);
  void on(const event::Locked& event, Instant now, Outcome& out);
  void on(const event::Unlocked& event, Instant now, Outcome& out);
  void on(const event::PopupShown& event, Instant now, Outcome& out);
  void on(const event::PopupFailed& event, Instant now, Outcome& out);
  void on(const event::PopupClosed& event, Instant now, Outcome& out);
  void on(const event::PopupClicked& event, Instant now, Outcome& out);
  void on(const event::SummarySplit& event, Instant now, Outcome& out);
  void on(const event::ServerGone& event, Instant now, Outcome& out);
  void on(const event::ServerBack& event, Instant now, Outcome& out);
  void on(const event::ServerAnswers& event, Instant now, Outcome& out);

  void announce_bedtime(Instant before, Instant now, Outcome& out);

  // The recompute, step by step.
  void settle(Instant now, Outcome& out);
  void end_pause(Instant now, Outcome& out);
  void run_guide(Instant now, Outcome& out);
  void reopen_unseen(Instant now, Outcome& out);
  void close_windows(Instant now, Outcome& out);
  void open_popups(Instant now, Outcome& out);
  void tidy_popups(Instant now, Outcome& out);
  void keep_follow_up(Instant now);
  void keep_notices(Instant now, Outcome& out);
  void forget_old_nights(Instant now);

  // Popups.
  [[nodiscard]] std::optional<Wish> wish_of(Slot& slot, Instant now) const;
  [[nodiscard]] bool is_held(const ReminderRules& rules, Instant now) const;
  void show(Popup popup, std::map<OccurrenceId, entry::Shown::Why> why, Outcome& out);
  void show_step(const Wish& wish, Outcome& out);
  void show_summary(const std::vector<Wish>& wishes, Instant now, Outcome& out);
  void leave(OpenPopup& open, const OccurrenceId& id, Instant now, Outcome& out);
  void bring_up_to_date(OpenPopup& open, Outcome& out);
  void carry_over(const OccurrenceId& id, Outcome& out);
  void take_down(const std::string& key);
  /// `stays` is not told of as withdrawn: it goes on in another popup.
  void withdraw(const std::string& key, Instant now, Outcome& out, const std::optional<OccurrenceId>& stays = {});
  void lose_popups(bool awaits_server);
  void try_again();

  // Notices: popups about no step. Each is wanted, or not, at any time.
  [[nodiscard]] std::optional<Popup> question_about_the_night(Instant now) const;
  [[nodiscard]] std::optional<Popup> advice_to_see_a_doctor(Instant now) const;
  [[nodiscard]] std::optional<Popup> mistakes_in_the_schedule(Instant now) const;
  [[nodiscard]] std::optional<Popup> guided_exercise() const;
  [[nodiscard]] std::optional<Popup> what_helps_in_a_cramp(Instant now) const;
  [[nodiscard]] std::optional<Popup> question_about_a_cramp() const;
  /// Which of its night's cramps the follow-up is about, from 1; 0 where it has been taken out.
  [[nodiscard]] int cramp_followed_up() const;
  void keep_notice(const std::string& key, std::optional<Popup> wanted, Instant now, Outcome& out);
  void notice_shown(const Popup& popup, Instant now, Outcome& out);
  void notice_closed(const Popup& popup, Instant now, Outcome& out);
  void notice_failed(bool no_server, Instant now);

  // Writing down and telling.
  [[nodiscard]] Subject subject_of(const Occurrence& occurrence) const;
  void record(entry::Body body, Source source, Instant now, Outcome& out);
  void end(const Slot& slot, State how, Source source, Instant now, Outcome& out);
  static void publish(Happening happening, Outcome& out);
  static void publish(Happening::Kind kind, const OccurrenceId& id, Instant now, Outcome& out);
  void tell(const Entry& entry, Outcome& out) const;

  // Asking.
  [[nodiscard]] const Step& step_of(const Slot& slot) const;
  [[nodiscard]] State state_of(const Slot& slot, Instant now) const;
  [[nodiscard]] bool is_open(const Slot& slot, Instant now) const;
  [[nodiscard]] Instant window_end(const Slot& slot) const;
  /// The same for a snooze that is or was over at `snoozed`.
  [[nodiscard]] Instant window_end(const Slot& slot, std::optional<Instant> snoozed) const;
  [[nodiscard]] bool is_guided_now(const OccurrenceId& id) const { return guide_ && guide_->occurrence() == id; }
  [[nodiscard]] std::optional<Instant> deadline_of(const Slot& slot, Instant now) const;
  [[nodiscard]] Slot slot_of(const Occurrence& occurrence) const;
  /// The next one to remind of, `due` when that will be: when a snooze or a pause is over, if that is later.
  [[nodiscard]] std::optional<Occurrence> next_reminder(Instant now) const;

  Schedule schedule_;
  Standing standing_;
  Plan plan_;
  std::map<std::string, OpenPopup> popups_;
  std::optional<GuideRun> guide_;
  std::optional<GuidePhase> guide_closed_in_;  ///< its popup was closed in this phase: not shown before the next
  std::optional<Relieving> relieving_;
  std::optional<FollowUp> follow_up_;
  std::optional<Instant> pause_;  ///< the end of the pause that was told of
  Night remembered_from_;
  std::set<Night> recalled_;
  Instant handled_at_ = Instant::min();  ///< the clock at the last event
  Instant bedtime_told_ = Instant::min();
  bool locked_ = false;
  bool is_ending_ = false;
  bool server_there_ = true;  ///< until one is missed
  std::optional<Instant> notice_retry_at_;
  bool notices_await_server_ = false;
  Mistakes mistakes_;  ///< of a schedule that was rejected, until it is mended or their popup closed
};

}  // namespace calmcalf
