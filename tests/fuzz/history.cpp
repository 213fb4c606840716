// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
//
// The history's file: any bytes are read as a history or refused with a reason, and the service takes them up, refuses
// them, or puts them aside as they were.
#include <fstream>
#include <iterator>
#include <string>

#include "adapters/fresh_folder.hpp"
#include "adapters/sqlite/sqlite_history.hpp"
#include "domain/moment.hpp"
#include "fuzz/target.hpp"

namespace calmcalf::fuzz {
namespace {

namespace fs = std::filesystem;

void write_file(const fs::path& file, std::string_view bytes) {
  std::ofstream{file, std::ios::binary | std::ios::trunc} << bytes;
}

std::string read_back(const fs::path& file) {
  std::ifstream stream{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

/// Does `what`; a refusal has to say of which file.
template <class What>
bool is_refused(const fs::path& file, What what) {
  try {
    what();
    return false;
  } catch (const HistoryError& error) {
    must_hold(std::string_view{error.what()}.starts_with(file.string()), "a refusal begins with the file's name");
    return true;
  }
}

void read_only(const fs::path& file, Instant now) {
  is_refused(file, [&] {
    const auto history = SqliteHistory::open_for_reading(file);
    const auto ledger = history->load(std::nullopt, std::nullopt);
    static_cast<void>(history->last(now));
  });
}

void serve(const fs::path& file, std::string_view bytes, Instant now) {
  const Entry entry{now, std::chrono::hours{1}, Source::command, entry::Started{}};
  is_refused(file, [&] {
    const auto history = SqliteHistory::open_for_service(file);
    if (history->damaged_file())
      must_hold(read_back(*history->damaged_file()) == bytes, "a damaged file is put aside as it was");
    history->append({&entry, 1});
    must_hold(history->load(std::nullopt, std::nullopt).back() == entry, "what was appended is the last entry");
  });
}

}  // namespace

void try_history(std::string_view bytes) {
  static const auto now = parse_moment("2026-11-24T12:00:00+01:00")->at;
  const FreshFolder folder{FreshFolder::On::memory};
  const auto file = folder / "history.db";
  write_file(file, bytes);
  read_only(file, now);
  must_hold(read_back(file) == bytes, "reading changes nothing");
  serve(file, bytes, now);
}

}  // namespace calmcalf::fuzz
