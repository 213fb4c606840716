// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sdbus/numbered_menu.hpp"

namespace calmcalf {

namespace {

/// Design: an evening's worth, beside what is shown.
constexpr std::size_t most_gone = 128;

}  // namespace

NumberedMenu::NumberedMenu() {
  items_[root];
}

NumberedMenu::Changes NumberedMenu::take(const std::vector<MenuItem>& menu) {
  Items items;
  items[root].children = number_all(menu, root, items);
  Changes changes;
  changes.layout = items.size() != items_.size();
  for (const auto& [number, item] : items) {
    const auto* before = find(number);
    changes.layout = changes.layout || before == nullptr || before->children != item.children;
    if (before != nullptr && before->shown != item.shown) changes.items.push_back(number);
  }
  if (changes.layout) ++revision_;
  if (numbers_.size() > items.size() + most_gone) forget_all_but(items, items_);
  items_ = std::move(items);
  return changes;
}

std::vector<int> NumberedMenu::number_all(const std::vector<MenuItem>& menu, int parent, Items& items) {
  std::vector<int> numbers;
  for (const auto& item : menu) {
    const int number = number_of({parent, item.key});
    auto children = number_all(item.children, number, items);
    auto shown = item;
    shown.children.clear();
    items[number] = {std::move(shown), std::move(children)};
    numbers.push_back(number);
  }
  return numbers;
}

int NumberedMenu::number_of(Place place) {
  if (const auto known = numbers_.find(place); known != numbers_.end()) return known->second;
  ++last_number_;
  keys_[last_number_] = place.second;
  numbers_[std::move(place)] = last_number_;
  return last_number_;
}

void NumberedMenu::forget_all_but(const Items& shown, const Items& shown_before) {
  const auto is_gone = [&](int number) { return !shown.contains(number) && !shown_before.contains(number); };
  std::erase_if(numbers_, [&](const auto& entry) { return is_gone(entry.second); });
  std::erase_if(keys_, [&](const auto& entry) { return is_gone(entry.first); });
}

const NumberedMenu::Item* NumberedMenu::find(int number) const {
  const auto found = items_.find(number);
  return found == items_.end() ? nullptr : &found->second;
}

const std::string* NumberedMenu::key_of(int number) const {
  const auto found = keys_.find(number);
  return found == keys_.end() ? nullptr : &found->second;
}

}  // namespace calmcalf
