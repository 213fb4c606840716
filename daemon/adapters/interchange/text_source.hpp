// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#pragma once
#include <array>
#include <cstddef>
#include <istream>
#include <optional>
#include <string>

namespace calmcalf::interchange {

/// Something wrong in a file, and what would be right.
struct Fault {
  std::size_t line = 1;  ///< from 1
  std::string text;
};

/// The characters of a file, read piece by piece, with the line that they stand in. A byte order mark is passed over.
/// Where what follows is no text, it ends: fault() says why.
class TextSource {
 public:
  /// `stream` must outlive it.
  explicit TextSource(std::istream& stream);

  /// The character that next() would take; none at the end.
  [[nodiscard]] std::optional<char> peek();
  std::optional<char> next();

  /// The line of the character that next() would take.
  [[nodiscard]] std::size_t line() const { return line_; }

  [[nodiscard]] const std::optional<Fault>& fault() const { return fault_; }

 private:
  /// Whether bytes are UTF-8, one after the other.
  class Utf8 {
   public:
    [[nodiscard]] bool takes(unsigned char byte);
    [[nodiscard]] bool is_within_a_character() const { return to_come_ > 0; }

   private:
    int to_come_ = 0;
    unsigned char least_ = 0x80;
    unsigned char most_ = 0xBF;
  };

  void fill();
  void give_up(std::string why);

  std::istream& stream_;
  std::array<char, std::size_t{64} * 1024> buffer_{};
  std::size_t position_ = 0;
  std::size_t size_ = 0;
  std::size_t line_ = 1;
  Utf8 utf8_;
  bool is_checked_ = false;  ///< the character at position_ is
  std::optional<Fault> fault_;
};

}  // namespace calmcalf::interchange
