// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "adapters/toml/cursor.hpp"
#include "adapters/toml/key_trail.hpp"

namespace calmcalf::toml_file {

// The small parts that TOML is written in. Functions that take something leave the cursor behind it.

/// Word processors make these of " and of '.
enum class CurlyQuotes { from_double, from_single };

/// How many bytes a curved quote of that kind takes up here; 0 where there is none.
[[nodiscard]] std::size_t curly_quote_at(const Cursor& cursor, CurlyQuotes kind);
[[nodiscard]] bool at_curly_quote(const Cursor& cursor);

/// Whether a blank stands here that is not TOML's: one that does not break, or has no width.
[[nodiscard]] bool at_odd_blank(const Cursor& cursor);

/// Whether the character here is outside ASCII.
[[nodiscard]] bool at_wide_character(const Cursor& cursor);

[[nodiscard]] bool is_quote(char byte);
[[nodiscard]] bool begins_key(const Cursor& cursor);

/// Skips spaces, comments and line ends.
void skip_blank(Cursor& cursor);

/// Whether nothing but a comment follows on this line.
[[nodiscard]] bool at_end_of_statement(Cursor cursor);

/// The characters of a string on one line, without its quotes; none where the closing quote is missing.
[[nodiscard]] std::optional<std::string_view> take_line_string(Cursor& cursor);

/// Where, in the characters of a string in double quotes, a backslash begins nothing that TOML knows.
[[nodiscard]] std::optional<std::size_t> bad_escape_in(std::string_view content);

/// "a.b.c"; none where no key stands here, or one with very many parts.
[[nodiscard]] std::optional<KeyParts> take_key(Cursor& cursor);

/// Whether a line that begins here can only be a statement of its own: "key = ..." or "[heading]".
[[nodiscard]] bool begins_statement(Cursor cursor);

}  // namespace calmcalf::toml_file
