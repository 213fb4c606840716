// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// Evening's popups: which should be on the screen, and what becomes of those that are.
#include <algorithm>
#include <set>
#include <utility>

#include "domain/evening.hpp"

namespace calmcalf {

namespace {

const std::string summary_key = "summary";

}  // namespace

bool Evening::is_held(const ReminderRules& rules, Instant now) const {
  return standing_.paused_until(now).has_value() || (locked_ && rules.when_locked == WhenLocked::hold);
}

std::optional<Evening::Wish> Evening::wish_of(Slot& slot, Instant now) const {
  using Screen = Slot::Screen;
  const auto& id = slot.occurrence.id;
  if (slot.never_ours || slot.screen == Screen::asked || is_guided_now(id)) return std::nullopt;
  if (state_of(slot, now) != State::due) return std::nullopt;
  const auto& rules = step_of(slot).rules;
  if (is_held(rules, now)) return std::nullopt;
  if ((slot.awaits_server && !server_there_) || (slot.retry_at && now < *slot.retry_at)) return std::nullopt;

  const auto* progress = standing_.progress(id);
  const auto snoozed = progress == nullptr ? std::nullopt : progress->snoozed_until();
  const auto is_late = [&](Instant since) { return since + punctual <= now; };
  if (progress == nullptr || progress->shows == 0) {
    return Wish{&slot, entry::Shown::Why::first, is_late(snoozed.value_or(slot.occurrence.due))};
  }
  if (snoozed && !progress->shown_since_snoozed) return Wish{&slot, entry::Shown::Why::again, is_late(*snoozed)};
  const auto repeat_at = progress->reminded_at + rules.repeat_every;
  if (progress->repeats < rules.repeat_at_most && repeat_at <= now) {
    return Wish{&slot, entry::Shown::Why::repeat, is_late(repeat_at)};
  }
  if (slot.screen == Screen::off && !progress->dismissed) return Wish{&slot, entry::Shown::Why::again, true};
  return std::nullopt;
}

void Evening::open_popups(Instant now, Outcome& out) {
  std::vector<Wish> wishes;
  for (auto& slot : plan_.slots()) {
    if (const auto wish = wish_of(slot, now)) wishes.push_back(*wish);
  }
  std::ranges::stable_sort(wishes, [](const Wish& a, const Wish& b) {
    const auto& one = a.slot->occurrence;
    const auto& other = b.slot->occurrence;
    return std::pair{one.due, one.step_index} < std::pair{other.due, other.step_index};
  });

  const auto is_crowd = wishes.size() > popups_at_once;
  const auto belongs_together = [&](const Wish& wish) {
    return wish.slot->popup == summary_key ||
           (step_of(*wish.slot).rules.if_late == IfLate::merge && (wish.late || is_crowd));
  };
  const auto apart = std::ranges::stable_partition(wishes, belongs_together);
  const std::vector<Wish> together{wishes.begin(), apart.begin()};
  const auto open = popups_.find(summary_key);
  const auto carried = open == popups_.end() ? std::size_t{0} : open->second.popup.steps.size();
  if (together.size() > 1 || (!together.empty() && carried > 0))
    show_summary(together, now, out);
  else
    for (const auto& wish : together) show_step(wish, out);
  for (const auto& wish : apart) show_step(wish, out);
}

void Evening::show(Popup popup, std::map<OccurrenceId, entry::Shown::Why> why, Outcome& out) {
  for (const auto& id : popup.steps) {
    auto* slot = plan_.find(id);
    slot->screen = Slot::Screen::asked;
    slot->popup = popup.key;
  }
  out.effects.emplace_back(effect::Show{popup});
  auto key = popup.key;
  const auto was_on_screen = popups_.contains(key) && popups_.at(key).on_screen;
  popups_.insert_or_assign(std::move(key), OpenPopup{std::move(popup), std::move(why), was_on_screen, true});
}

void Evening::show_step(const Wish& wish, Outcome& out) {
  const auto& id = wish.slot->occurrence.id;
  Popup popup;
  popup.key = popup_key(id);
  popup.kind = Popup::Kind::step;
  popup.night = id.night;
  popup.steps = {id};
  show(std::move(popup), {{id, wish.why}}, out);
}

void Evening::show_summary(const std::vector<Wish>& wishes, Instant now, Outcome& out) {
  Popup popup;
  popup.key = summary_key;
  popup.kind = Popup::Kind::summary;
  std::map<OccurrenceId, entry::Shown::Why> why;
  if (const auto open = popups_.find(summary_key); open != popups_.end()) {
    popup.steps = open->second.popup.steps;
    why = open->second.why;
  }
  std::set<OccurrenceId> known{popup.steps.begin(), popup.steps.end()};
  for (const auto& wish : wishes) {
    const auto& id = wish.slot->occurrence.id;
    if (!wish.slot->popup.empty() && wish.slot->popup != summary_key)
      withdraw(std::string{wish.slot->popup}, now, out, id);
    why.insert_or_assign(id, wish.why);
    if (known.insert(id).second) popup.steps.push_back(id);
  }
  popup.night = popup.steps.back().night;
  show(std::move(popup), std::move(why), out);
}

/// Brings the popups on the screen in line with what is still due.
void Evening::tidy_popups(Instant now, Outcome& out) {
  const auto belongs = [&](const OccurrenceId& id) {
    const auto* slot = plan_.find(id);
    return slot != nullptr && state_of(*slot, now) == State::due && !is_guided_now(id) && !standing_.paused_until(now);
  };
  std::vector<std::string> over;
  std::optional<OccurrenceId> left_alone;
  for (auto& [key, open] : popups_) {
    auto& steps = open.popup.steps;
    if (steps.empty()) continue;
    std::vector<OccurrenceId> still;
    std::ranges::copy_if(steps, std::back_inserter(still), belongs);
    if (still.size() == steps.size()) continue;
    if (still.empty() || (open.popup.kind == Popup::Kind::summary && still.size() == 1)) {
      over.push_back(key);
      if (!still.empty()) left_alone = still.front();
      continue;
    }
    for (const auto& id : steps)
      if (!belongs(id)) leave(open, id, now, out);
    steps = std::move(still);
    bring_up_to_date(open, out);
  }
  for (const auto& key : over) withdraw(key, now, out, left_alone);
  if (left_alone) carry_over(*left_alone, out);
}

/// A step goes, the others of its summary stay.
void Evening::leave(OpenPopup& open, const OccurrenceId& id, Instant now, Outcome& out) {
  if (open.on_screen) publish(Happening::Kind::withdrawn, id, now, out);
  open.why.erase(id);
  auto* slot = plan_.find(id);
  if (slot == nullptr) return;
  slot->screen = Slot::Screen::off;
  slot->popup.clear();
}

void Evening::bring_up_to_date(OpenPopup& open, Outcome& out) {
  open.popup.quiet = true;
  open.awaited = true;
  out.effects.emplace_back(effect::Show{open.popup});
}

/// A step of a summary gets a popup of its own, which reminds of nothing anew.
void Evening::carry_over(const OccurrenceId& id, Outcome& out) {
  Popup popup;
  popup.key = popup_key(id);
  popup.kind = Popup::Kind::step;
  popup.night = id.night;
  popup.steps = {id};
  popup.quiet = true;
  show(std::move(popup), {}, out);
}

void Evening::take_down(const std::string& key) {
  const auto found = popups_.find(key);
  if (found == popups_.end()) return;
  for (const auto& id : found->second.popup.steps) {
    if (auto* slot = plan_.find(id); slot != nullptr && slot->popup == key) {
      slot->screen = Slot::Screen::off;
      slot->popup.clear();
    }
  }
  popups_.erase(found);
}

void Evening::withdraw(const std::string& key, Instant now, Outcome& out, const std::optional<OccurrenceId>& stays) {
  const auto found = popups_.find(key);
  if (found == popups_.end()) return;
  const auto popup = found->second.popup;
  const auto was_on_screen = found->second.on_screen;
  take_down(key);
  out.effects.emplace_back(effect::Withdraw{key});
  if (!was_on_screen) return;
  for (const auto& id : popup.steps)
    if (id != stays) publish(Happening::Kind::withdrawn, id, now, out);
}

void Evening::lose_popups(bool awaits_server) {
  while (!popups_.empty()) {
    for (const auto& id : popups_.begin()->second.popup.steps)
      if (auto* slot = plan_.find(id); slot != nullptr) slot->awaits_server = awaits_server;
    take_down(std::string{popups_.begin()->first});
  }
}

const Popup* Evening::popup(const std::string& key) const {
  const auto found = popups_.find(key);
  return found == popups_.end() ? nullptr : &found->second.popup;
}

}  // namespace calmcalf
