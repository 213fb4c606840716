// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#include "adapters/interchange/text_source.hpp"

#include <string_view>
#include <utility>

#include "language/tr.hpp"

namespace calmcalf::interchange {

namespace {
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
}

/// Too long a form, a surrogate and what is past the last character are told by the second byte.
bool TextSource::Utf8::takes(unsigned char byte) {
  if (to_come_ > 0) {
    const bool fits = byte >= least_ && byte <= most_;
    least_ = 0x80;
    most_ = 0xBF;
    --to_come_;
    return fits;
  }
  if (byte < 0x80) return true;
  if (byte < 0xC2 || byte > 0xF4) return false;
  to_come_ = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
  if (byte == 0xE0) least_ = 0xA0;
  if (byte == 0xED) most_ = 0x9F;
  if (byte == 0xF0) least_ = 0x90;
  if (byte == 0xF4) most_ = 0x8F;
  return true;
}

TextSource::TextSource(std::istream& stream) : stream_{stream} {
  fill();
  if (std::string_view{buffer_.data(), size_}.starts_with(byte_order_mark)) position_ = byte_order_mark.size();
}

void TextSource::fill() {
  stream_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  size_ = static_cast<std::size_t>(stream_.gcount());
  position_ = 0;
  if (stream_.bad()) give_up(tr("cannot be read any further"));
}

void TextSource::give_up(std::string why) {
  fault_ = Fault{line_, std::move(why)};
  position_ = size_ = 0;
}

std::optional<char> TextSource::peek() {
  if (fault_) return std::nullopt;
  if (position_ == size_) fill();
  if (fault_) return std::nullopt;
  if (position_ == size_) {
    if (utf8_.is_within_a_character()) give_up(tr("the file ends within a character: it was cut off"));
    return std::nullopt;
  }
  const char character = buffer_.at(position_);
  if (!is_checked_) {
    if (character == '\0')
      give_up(tr("there is a NUL byte, which no text has; name a file that calmcalf export wrote"));
    else if (!utf8_.takes(static_cast<unsigned char>(character)))
      give_up(tr("the text is not UTF-8; save it as UTF-8"));
    if (fault_) return std::nullopt;
    is_checked_ = true;
  }
  return character;
}

std::optional<char> TextSource::next() {
  const auto character = peek();
  if (!character) return character;
  ++position_;
  is_checked_ = false;
  if (*character == '\n') ++line_;
  return character;
}

}  // namespace calmcalf::interchange
