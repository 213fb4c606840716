// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/mended_text.hpp"

#include <algorithm>
#include <utility>

#include "adapters/toml/characters.hpp"

namespace calmcalf::toml_file {

void MendedText::replace(const Cursor& from, const Cursor& to, std::string_view with) {
  while (!repairs_.empty() && repairs_.back().begin >= from.offset()) repairs_.pop_back();
  const auto length = static_cast<int>(count_characters(with));
  Repair repair{from.offset(), to.offset(), std::string{with}, from.position(), length};
  if (const int lines = to.position().line - from.position().line; lines > 0) {
    repair.with.append(static_cast<std::size_t>(lines), '\n');
    repair.with.append(static_cast<std::size_t>(to.position().column - 1), ' ');
  } else {
    repair.longer -= to.position().column - from.position().column;
  }
  repairs_.push_back(std::move(repair));
}

std::string MendedText::text() const {
  std::string mended;
  std::size_t copied = 0;
  for (const Repair& repair : repairs_) {
    mended += written_.substr(copied, repair.begin - copied);
    mended += repair.with;
    copied = repair.end;
  }
  return mended += written_.substr(copied);
}

Position MendedText::as_written(Position mended) const {
  auto repair = std::ranges::lower_bound(repairs_, mended.line, {}, [](const Repair& each) { return each.at.line; });
  int column = mended.column;
  for (; repair != repairs_.end() && repair->at.line == mended.line && repair->at.column < column; ++repair) {
    column = std::max(repair->at.column, column - repair->longer);
  }
  return {mended.line, column};
}

}  // namespace calmcalf::toml_file
