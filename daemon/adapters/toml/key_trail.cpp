// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/key_trail.hpp"

#include "adapters/toml/quoting.hpp"

namespace calmcalf::toml_file {

void KeyTrail::enter_table(const KeyParts& heading) {
  heading_ = from_root(heading);
}

void KeyTrail::enter_list_item(const KeyParts& heading) {
  const KeyParts parents(heading.begin(), heading.end() - 1);
  ++items_[below(from_root(parents), heading.back())];
  heading_ = from_root(heading);
}

std::string KeyTrail::path_of(const KeyParts& key) const {
  std::string path = heading_;
  for (const std::string& part : key) path = below(path, part);
  return path;
}

std::string KeyTrail::from_root(const KeyParts& heading) const {
  std::string path;
  for (const std::string& part : heading) {
    path = below(path, part);
    if (const auto items = items_.find(path); items != items_.end()) path += '[' + std::to_string(items->second) + ']';
  }
  return path;
}

std::string below(const std::string& path, const std::string& key) {
  return path.empty() ? printable(key) : path + '.' + printable(key);
}

}  // namespace calmcalf::toml_file
