// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/systemd/journal_log.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include <sys/stat.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

namespace calmcalf {
namespace {

struct Prefix {
  std::string_view journal;
  std::string_view plain;  ///< what is as it should be goes without
};

constexpr std::array<Prefix, 5> prefixes{{
    {SD_ERR, "error: "},
    {SD_WARNING, "warning: "},
    {SD_NOTICE, ""},
    {SD_INFO, ""},
    {SD_DEBUG, ""},
}};

/// The journal takes a level at the head of every line, so each of several gets its own.
std::string lines_of(std::string_view prefix, std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    lines.append(prefix).append(line).append("\n");
  }
  return lines;
}

void write_all(int descriptor, std::string_view text) noexcept {
  while (!text.empty()) {
    const auto written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

JournalLog::Form JournalLog::form_of(int descriptor) noexcept {
  const char* stream = std::getenv("JOURNAL_STREAM");  // "DEVICE:INODE"
  struct stat file{};
  if (stream == nullptr || fstat(descriptor, &file) != 0) return Form::plain;
  const char* end = stream + std::strlen(stream);
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  const auto [colon, device_error] = std::from_chars(stream, end, device);
  if (device_error != std::errc{} || *colon != ':') return Form::plain;
  const auto [rest, inode_error] = std::from_chars(colon + 1, end, inode);
  if (inode_error != std::errc{} || rest != end) return Form::plain;
  return device == file.st_dev && inode == file.st_ino ? Form::journal : Form::plain;
}

Log::Level JournalLog::level_for(int verbosity) noexcept {
  if (verbosity <= 0) return Level::notice;
  return verbosity == 1 ? Level::info : Level::debug;
}

void JournalLog::write(Level level, std::string_view text) noexcept {
  if (!writes(level)) return;
  const auto& prefix = prefixes.at(static_cast<std::size_t>(level));
  try {
    write_all(descriptor_, lines_of(form_ == Form::journal ? prefix.journal : prefix.plain, text));
  } catch (const std::bad_alloc&) {
    write_all(descriptor_, text);
  }
}

}  // namespace calmcalf
