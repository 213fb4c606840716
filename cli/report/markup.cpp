// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/report/markup.hpp"

#include "cli/printable.hpp"

namespace calmcalf::cli {
namespace {

constexpr std::string_view what_needs_escaping = "&<>\"'";

std::string_view escaped(char character) {
  switch (character) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "&#39;";
  }
}

}  // namespace

void Markup::element(std::string_view name, Attributes attributes, std::string_view text) {
  open(name, attributes);
  this->text(text);
  close(name);
}

void Markup::empty_element(std::string_view name, Attributes attributes) {
  open(name, attributes);
  text_ += '\n';
}

void Markup::shape(std::string_view name, Attributes attributes) {
  begin(name, attributes);
  text_ += "/>";
}

void Markup::text(std::string_view text) {
  const auto safe = printable(text);
  std::string_view rest = safe;
  for (auto next = rest.find_first_of(what_needs_escaping); next != std::string_view::npos;
       next = rest.find_first_of(what_needs_escaping)) {
    text_.append(rest.substr(0, next)).append(escaped(rest[next]));
    rest.remove_prefix(next + 1);
  }
  text_ += rest;
}

void Markup::begin(std::string_view name, Attributes attributes) {
  text_.append("<").append(name);
  for (const auto& [key, value] : attributes) {
    text_.append(" ").append(key).append("=\"");
    text(value);
    text_ += '"';
  }
}

void Markup::open(std::string_view name, Attributes attributes) {
  begin(name, attributes);
  text_ += '>';
}

void Markup::close(std::string_view name) {
  text_.append("</").append(name).append(">");
}

}  // namespace calmcalf::cli
