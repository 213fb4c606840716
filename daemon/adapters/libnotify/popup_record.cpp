// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/libnotify/popup_record.hpp"

#include <fstream>
#include <limits>

#include <sys/stat.h>

namespace calmcalf {
namespace {

namespace fs = std::filesystem;

// The first line is the server, each of the others an id, a space and a key.

void write_file(const fs::path& file, const PopupRecord::Contents& contents) {
  std::ofstream out{file, std::ios::trunc};
  out << contents.server << '\n';
  for (const auto& [key, id] : contents.ids) {
    if (key.find('\n') == std::string::npos) out << id << ' ' << key << '\n';
  }
  out.close();
  if (!out) throw fs::filesystem_error{"write", file, std::make_error_code(std::errc::io_error)};
}

}  // namespace

PopupRecord::Contents PopupRecord::read() const {
  if (file_.empty()) return {};
  std::ifstream in{file_};
  Contents contents;
  std::getline(in, contents.server);
  std::uint32_t id = 0;
  std::string key;
  while (in >> id && in.get() == ' ' && std::getline(in, key)) {
    if (id != 0) contents.ids[key] = id;
  }
  if (!in.eof()) return {};
  return contents;
}

void PopupRecord::write(const Contents& contents) const noexcept {
  if (file_.empty()) return;
  try {
    if (contents.ids.empty()) {
      fs::remove(file_);
      return;
    }
    if (fs::create_directories(file_.parent_path())) fs::permissions(file_.parent_path(), fs::perms::owner_all);
    fs::path fresh = file_;
    fresh += ".new";
    write_file(fresh, contents);
    fs::rename(fresh, file_);
  } catch (const std::exception&) {
  }
}

}  // namespace calmcalf
