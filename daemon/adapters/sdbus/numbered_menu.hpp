// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ports/tray.hpp"

namespace calmcalf {

/// A menu whose items have numbers, as hosts of trays know them. An item keeps its number whatever comes and goes
/// around it; a number that somebody had is never another's.
class NumberedMenu {
 public:
  static constexpr int root = 0;

  struct Item {
    MenuItem shown;  ///< without its children
    std::vector<int> children;

    friend bool operator==(const Item&, const Item&) = default;
  };

  struct Changes {
    bool layout = false;     ///< items came, went or moved
    std::vector<int> items;  ///< those that were there before and look different

    friend bool operator==(const Changes&, const Changes&) = default;
  };

  NumberedMenu();

  Changes take(const std::vector<MenuItem>& menu);

  /// Null where the menu, as it is now, has none of this number.
  [[nodiscard]] const Item* find(int number) const;

  /// Also of an item that went not long ago: a host may still show it. Null for numbers that nobody had.
  [[nodiscard]] const std::string* key_of(int number) const;

  /// Counts the changes of the layout.
  [[nodiscard]] std::uint32_t revision() const { return revision_; }

 private:
  using Items = std::map<int, Item>;
  using Place = std::pair<int, std::string>;  ///< the parent's number, the key

  std::vector<int> number_all(const std::vector<MenuItem>& menu, int parent, Items& items);
  int number_of(Place place);
  void forget_all_but(const Items& shown, const Items& shown_before);

  Items items_;
  std::map<Place, int> numbers_;
  std::map<int, std::string> keys_;
  int last_number_ = root;
  std::uint32_t revision_ = 1;
};

}  // namespace calmcalf
