// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace calmcalf::cli {

struct Attribute {
  std::string_view name;
  std::string value;
};

/// HTML, with SVG in it, as it grows. Names are written as they are. Text and values are escaped, whoever wrote them:
/// control characters and what is not UTF-8 become U+FFFD.
class Markup {
 public:
  using Attributes = std::initializer_list<Attribute>;

  /// An element around what `inside` writes.
  template <std::invocable Inside>
  void element(std::string_view name, Attributes attributes, Inside inside) {
    open(name, attributes);
    inside();
    close(name);
    text_ += '\n';
  }
  /// An element around a text.
  void element(std::string_view name, Attributes attributes, std::string_view text);
  void element(std::string_view name, std::string_view text) { element(name, {}, text); }
  /// One of HTML's that can have nothing inside, such as meta.
  void empty_element(std::string_view name, Attributes attributes);
  /// One of SVG's with nothing inside, such as rect.
  void shape(std::string_view name, Attributes attributes);

  void text(std::string_view text);
  /// What is HTML or CSS already.
  void verbatim(std::string_view markup) { text_ += markup; }

  [[nodiscard]] std::string finished() && { return std::move(text_); }

 private:
  void begin(std::string_view name, Attributes attributes);
  void open(std::string_view name, Attributes attributes);
  void close(std::string_view name);

  std::string text_;
};

}  // namespace calmcalf::cli
