// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <map>
#include <string>
#include <vector>

namespace calmcalf::toml_file {

/// The parts of a key as written: "bedtime.weekdays" has two.
using KeyParts = std::vector<std::string>;

/// Names keys as mistakes name them, "step[2].guide.hold", while the headings of a file go by.
class KeyTrail {
 public:
  void enter_table(const KeyParts& heading);
  void enter_list_item(const KeyParts& heading);

  /// The full path of a key below the last heading.
  [[nodiscard]] std::string path_of(const KeyParts& key) const;

 private:
  [[nodiscard]] std::string from_root(const KeyParts& heading) const;

  std::map<std::string, int> items_;  ///< by the list's path: how many so far
  std::string heading_;
};

/// `path` and one more key below it.
[[nodiscard]] std::string below(const std::string& path, const std::string& key);

}  // namespace calmcalf::toml_file
