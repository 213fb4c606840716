// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// Reads lines of "ZONE LOCALTIME" and writes for each the instant in seconds since 1970, as the service computes it.
// TZDIR names the folder of the zones' files.
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>

#include "adapters/zone/glib_zones.hpp"
#include "domain/iso8601.hpp"

int main() {
  std::ios::sync_with_stdio(false);
  const calmcalf::GlibZones zones;
  std::shared_ptr<const calmcalf::Zone> zone;
  std::string name;
  std::string text;
  while (std::cin >> name >> text) {
    if (!zone || zone->name() != name) zone = zones.find(name);
    const auto local = calmcalf::parse_local_time(text);
    if (!zone || !local) {
      std::cerr << "zone_probe: cannot read \"" << name << ' ' << text << "\"\n";
      return 1;
    }
    std::cout << zone->to_instant(*local).time_since_epoch().count() << '\n';
  }
  return 0;
}
