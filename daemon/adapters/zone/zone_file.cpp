// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/zone/zone_file.hpp"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

namespace calmcalf {

namespace {

/// Many times the largest zone's; anything above is something else.
constexpr std::uintmax_t largest_size = std::uintmax_t{1024} * 1024;

constexpr std::size_t header_size = 44;
constexpr std::size_t type_size = 6;

/// One of the file's two blocks; the second has times of 8 bytes and is missing in files of version 1.
struct Block {
  std::string_view times;
  std::string_view types_of_times;
  std::string_view types;
  std::string_view names;
};

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char byte : bytes) number = number << 8U | static_cast<unsigned char>(byte);
  return number;
}

/// Takes `size` bytes off the front of `text`; none where it has less.
std::optional<std::string_view> take(std::string_view& text, std::uint64_t size) {
  if (size > text.size()) return std::nullopt;
  const std::string_view taken = text.substr(0, size);
  text.remove_prefix(size);
  return taken;
}

/// Takes a block off the front of `text`.
std::optional<Block> take_block(std::string_view& text, std::size_t time_size) {
  const auto header = take(text, header_size);
  if (!header || !header->starts_with("TZif")) return std::nullopt;
  const auto count = [&](std::size_t which) { return big_endian(header->substr(20 + 4 * which, 4)); };
  const auto times = take(text, count(3) * time_size);
  const auto types_of_times = take(text, count(3));
  const auto types = take(text, count(4) * type_size);
  const auto names = take(text, count(5));
  const auto leap_seconds = take(text, count(2) * (time_size + 4));
  const auto indicators = take(text, count(1) + count(0));
  if (!times || !types_of_times || !types || !names || !leap_seconds || !indicators) return std::nullopt;
  return Block{*times, *types_of_times, *types, *names};
}

/// RFC 8536, 3.2: more than 25 hours behind UTC, or 26 ahead of it, no zone should be.
bool is_offset(std::string_view bytes) {
  const Duration offset{static_cast<std::int32_t>(big_endian(bytes))};
  return offset > -std::chrono::hours{25} && offset < std::chrono::hours{26};
}

/// Whether what refers to something within the block finds it, and offsets can be ones.
bool is_sound(const Block& block) {
  const std::size_t type_count = block.types.size() / type_size;
  const bool types_exist = std::ranges::all_of(
      block.types_of_times, [&](char type) { return static_cast<unsigned char>(type) < type_count; });
  bool types_are_sound = block.names.ends_with('\0');
  for (std::size_t at = 0; at < block.types.size(); at += type_size) {
    const auto type = block.types.substr(at, type_size);
    types_are_sound =
        types_are_sound && is_offset(type.substr(0, 4)) && static_cast<unsigned char>(type.back()) < block.names.size();
  }
  return type_count > 0 && types_exist && types_are_sound;
}

/// "\nRULE\n"; none where it is not of that form.
std::optional<std::string> take_footer(std::string_view text) {
  if (!text.starts_with('\n')) return std::nullopt;
  const std::size_t end = text.find('\n', 1);
  if (end == std::string_view::npos) return std::nullopt;
  return std::string{text.substr(1, end - 1)};
}

Instant last_time(const Block& block, std::size_t time_size) {
  if (block.times.empty()) return Instant::min();
  const std::uint64_t number = big_endian(block.times.substr(block.times.size() - time_size));
  return Instant{Duration{time_size == 8 ? static_cast<std::int64_t>(number) : static_cast<std::int32_t>(number)}};
}

std::optional<ZoneFile> parse(std::string_view text) {
  const bool has_second_block = text.size() > 4 && text[4] >= '2';
  const auto first = take_block(text, 4);
  if (!first) return std::nullopt;
  if (!has_second_block) return is_sound(*first) ? std::optional{ZoneFile{last_time(*first, 4), ""}} : std::nullopt;

  const auto second = take_block(text, 8);
  if (!second || !is_sound(*second)) return std::nullopt;
  auto rule = take_footer(text);
  if (!rule) return std::nullopt;
  return ZoneFile{last_time(*second, 8), std::move(*rule)};
}

}  // namespace

std::optional<ZoneFile> read_zone_file(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) return std::nullopt;
  const std::uintmax_t size = std::filesystem::file_size(file, error);
  if (error || size > largest_size) return std::nullopt;
  std::ifstream stream{file, std::ios::binary};
  const std::string text{std::istreambuf_iterator<char>{stream}, {}};
  return parse(text);
}

}  // namespace calmcalf
