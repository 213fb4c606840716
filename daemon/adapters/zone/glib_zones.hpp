// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "ports/zones.hpp"

namespace calmcalf {

/// Where this machine keeps its zones.
struct ZonePlaces {
  std::filesystem::path zoneinfo = "/usr/share/zoneinfo";  ///< the folder of the zones' files
  std::filesystem::path localtime = "/etc/localtime";      ///< the system's zone, mostly a link to one of them

  /// The usual ones, but for the folder that TZDIR may name.
  [[nodiscard]] static ZonePlaces of_this_machine();
};

/// Zones through GLib's GTimeZone. Each call sees the files, links and TZ as they are then: a zone whose file has been
/// replaced is a new Zone, an unchanged one the same. For one thread.
class GlibZones : public Zones {
 public:
  explicit GlibZones(ZonePlaces places = ZonePlaces::of_this_machine());
  ~GlibZones() override;

  [[nodiscard]] std::shared_ptr<const Zone> find(const std::string& name) const override;
  [[nodiscard]] std::shared_ptr<const Zone> system() const override;

  /// What system() follows while this process runs, links and all; empty where TZ says which zone it is.
  [[nodiscard]] std::filesystem::path system_file() const;

 private:
  struct Loaded;
  using Name = std::optional<std::string>;

  [[nodiscard]] std::shared_ptr<const Zone> named_by_environment(const std::string& value) const;
  /// `name` none: it is called by its abbreviation.
  [[nodiscard]] std::shared_ptr<const Zone> load(const std::filesystem::path& file, const Name& name) const;
  [[nodiscard]] Name iana_name_of(std::filesystem::path file) const;
  [[nodiscard]] Name name_below_zoneinfo(const std::filesystem::path& file) const;

  ZonePlaces places_;
  std::shared_ptr<const Zone> utc_;
  mutable std::map<std::string, Loaded> loaded_;  ///< by path
};

}  // namespace calmcalf
