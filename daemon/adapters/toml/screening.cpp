// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/screening.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <utility>

#include "adapters/toml/characters.hpp"
#include "adapters/toml/cursor.hpp"
#include "adapters/toml/key_trail.hpp"
#include "adapters/toml/literals.hpp"
#include "adapters/toml/quoting.hpp"
#include "adapters/toml/slips.hpp"
#include "adapters/toml/tokens.hpp"
#include "language/tr.hpp"

namespace calmcalf::toml_file {
namespace {

constexpr std::size_t deepest = 16;  // of lists and braces in one another; a schedule needs two

constexpr std::string_view straighten = tr_noop("a curved quote stands here, write straight quotes: \"");
constexpr std::string_view odd_blank = tr_noop("an invisible character stands here, write a plain space or nothing");

bool is_white(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/// Goes through a text as TOML's grammar does, one function a rule. Each says whether it found the end of what it
/// reads; where not, what is wrong has been noted and the next statement is looked for.
class Screener {
 public:
  Screener(std::string_view text, Findings& findings)
      : cursor_{text}, findings_{findings}, result_{MendedText{text}, true, {}} {}

  Screening screen() {
    for (skip_blank(cursor_); !cursor_.at_end(); skip_blank(cursor_)) {
      const int line = cursor_.position().line;
      broken_part_.reset();
      open_lists_ = 0;
      const bool whole = cursor_.next() == '[' ? heading() : assignment();
      if (whole) continue;
      go_to_next_statement(line);
      cut_out_broken_part();
    }
    return std::move(result_);
  }

 private:
  bool heading() {
    key_.clear();
    const Position at = cursor_.position();
    const bool list = cursor_.sees("[[");
    cursor_.advance(list ? 2 : 1);
    const auto parts = take_key(cursor_);
    if (!parts) return wrong(at, tr("a heading holds a name in its brackets, write for example [bedtime] or [[step]]"));
    if (list) {
      trail_.enter_list_item(*parts);
    } else {
      trail_.enter_table(*parts);
    }
    key_ = trail_.path_of({});
    result_.keys.push_back({at.line, key_});
    const std::string_view closing = list ? "]]" : "]";
    broken_part_ = Part{cursor_, std::string{closing}};
    if (!cursor_.take(closing)) return wrong(at, closing_of_heading(list, *parts));
    broken_part_.reset();  // what follows may be a key, and without it more would seem to be missing
    return end_of_statement();
  }

  static std::string closing_of_heading(bool list, const KeyParts& parts) {
    std::string name;
    for (const std::string& part : parts) name = below(name, part);
    return tr("the heading is not closed, write {}", list ? "[[" + name + "]]" : "[" + name + "]");
  }

  bool assignment() {
    key_.clear();
    const Position at = cursor_.position();
    const Cursor begin = cursor_;
    broken_part_ = Part{begin, ""};
    const auto parts = take_key(cursor_);
    if (!parts) return wrong(at, not_a_key(begin));
    key_ = trail_.path_of(*parts);
    result_.keys.push_back({at.line, key_});
    broken_part_ = Part{cursor_, "= \"" + std::string{unreadable_mark} + '"'};
    const auto [first, is_first] = lines_of_keys_.try_emplace(key_, at.line);
    const bool whole = rest_of_assignment();
    if (is_first || !broken_part_) return whole;
    broken_part_ = Part{begin, ""};
    return wrong(at, tr("stands in line {} already, keep one of the two", first->second));
  }

  bool rest_of_assignment() {
    if (cursor_.next() == ':') {
      mend_here(1, "=", tr("a colon stands before the value, write = instead"));
    } else if (!cursor_.take("=")) {
      return wrong(cursor_.position(), tr("no = stands after the key, write for example time = 22:30:00"));
    }
    cursor_.skip_spaces();
    if (!value(Context::statement, 0)) return false;
    broken_part_ = Part{cursor_, ""};
    return end_of_statement();
  }

  static std::string not_a_key(const Cursor& at) {
    if (at_curly_quote(at)) return tr(straighten);
    if (at_odd_blank(at)) return tr(odd_blank);
    if (begins_key(at)) return tr("the key that begins here cannot be read, write for example time = 22:30:00");
    return tr("a key or a [heading] begins a line, write for example time = 22:30:00, and # before a remark");
  }

  bool end_of_statement() {
    if (at_end_of_statement(cursor_)) return true;
    cursor_.skip_spaces();
    if (at_odd_blank(cursor_)) return wrong(cursor_.position(), tr(odd_blank));
    return wrong(cursor_.position(),
                 tr("the line goes on after its end, begin a new line here, or write # before a remark"));
  }

  enum class Context { statement, list, braces };

  bool value(Context context, std::size_t depth) {
    if (depth == deepest)
      return wrong(cursor_.position(), tr("too many brackets inside brackets, a schedule needs few"));
    if (is_quote(cursor_.next())) return string();
    if (cursor_.next() == '[') return list(depth);
    if (cursor_.next() == '{') return braces(depth);
    if (at_curly_quote(cursor_)) return curly_string();
    return bare(context);
  }

  bool string() {
    const std::string_view quotes = cursor_.next() == '"' ? "\"\"\"" : "'''";
    if (cursor_.sees(quotes)) return many_line_string(quotes);
    Cursor begin = cursor_;
    const auto content = take_line_string(cursor_);
    if (!content) return no_end(begin.position(), quotes.substr(0, 1));
    const auto bad = quotes.front() == '"' ? bad_escape_in(*content) : std::nullopt;
    if (!bad) return true;
    begin.advance(1 + *bad);
    return bad_escape(begin);
  }

  bool many_line_string(std::string_view quotes) {
    const Position at = cursor_.position();
    bool sound = true;
    cursor_.advance(3);
    while (!cursor_.at_end() && !cursor_.sees(quotes)) {
      if (quotes.front() == '"' && cursor_.next() == '\\') {
        sound = escape() && sound;
      } else {
        cursor_.advance();
      }
    }
    if (cursor_.at_end()) {
      broken_part_.reset();  // it has swallowed the rest of the file
      return no_end(at, quotes);
    }
    cursor_.advance(3);
    for (int more = 0; more < 2; ++more) cursor_.take(quotes.substr(0, 1));  // these still belong to the text
    return sound;
  }

  bool no_end(Position at, std::string_view quotes) {
    return wrong(at, tr("the text that begins here has no end, close it with {}", quotes));
  }

  bool bad_escape(const Cursor& at) {
    return wrong(at.position(), tr("a backslash begins a special character, write two for one: \\\\"));
  }

  /// A backslash and what it stands before; at the end of a line that is all white space up to the next character.
  bool escape() {
    const Cursor begin = cursor_;
    cursor_.advance();
    Cursor line_end = cursor_;
    line_end.skip_spaces();
    if (line_end.at_line_end() && !line_end.at_end()) {
      cursor_ = line_end;
      while (is_white(cursor_.next())) cursor_.advance();
      if (at_wide_character(cursor_)) write_as_escape();
      return true;
    }
    if (bad_escape_in(begin.rest().substr(0, 2))) return bad_escape(begin);
    cursor_.advance();
    return true;
  }

  void write_as_escape() {
    const Character character = first_character(cursor_.rest());
    std::string digits(8, '0');
    char32_t code = character.code;
    for (auto digit = digits.rbegin(); code > 0; ++digit, code >>= 4U) *digit = "0123456789ABCDEF"[code & 0xFU];
    const Cursor begin = cursor_;
    cursor_.advance(character.bytes);
    result_.meant.replace(begin, cursor_, "\\U" + digits);
  }

  bool curly_string() {
    const Cursor begin = cursor_;
    const bool from_double = curly_quote_at(cursor_, CurlyQuotes::from_double) > 0;
    const auto kind = from_double ? CurlyQuotes::from_double : CurlyQuotes::from_single;
    const char straight = from_double ? '"' : '\'';
    cursor_.advance(curly_quote_at(cursor_, kind));
    const Cursor content = cursor_;
    while (!cursor_.at_line_end() && curly_quote_at(cursor_, kind) == 0 && cursor_.next() != straight)
      cursor_.advance();
    const std::string text{content.rest().substr(0, cursor_.offset() - content.offset())};
    if (cursor_.at_line_end() || text.find_first_of("\"\\") != std::string::npos) {
      return wrong(begin.position(), tr(straighten));
    }
    cursor_.advance(std::max<std::size_t>(1, curly_quote_at(cursor_, kind)));
    mend(begin, '"' + text + '"', tr("the quotes are curved, write straight ones: {}", in_quotes(text)));
    return true;
  }

  bool bare(Context context) {
    const Cursor begin = cursor_;
    Cursor end = cursor_;
    while (!ends_bare(context)) {
      const bool blank = cursor_.next() == ' ' || cursor_.next() == '\t';
      cursor_.advance();
      if (!blank) end = cursor_;
    }
    cursor_ = end;
    const auto text = begin.rest().substr(0, end.offset() - begin.offset());
    if (text.empty())
      return wrong(begin.position(), tr("a value is missing here, write for example \"10m\" or 22:30:00"));
    if (const auto slip = slip_in(text)) {
      mend(begin, slip->meant, slip->message);
      return true;
    }
    auto fault = fault_in_literal(text);
    if (fault.empty()) return true;
    if (at_odd_blank(begin)) return wrong(begin.position(), tr(odd_blank));
    if (context == Context::braces && text.find('=') != std::string_view::npos) {
      return wrong(begin.position(), tr("no comma stands between two keys in {}, write one", in_quotes(text)));
    }
    return wrong(begin.position(), std::move(fault));
  }

  [[nodiscard]] bool ends_bare(Context context) const {
    if (cursor_.at_line_end() || cursor_.next() == '#') return true;
    if (context == Context::list) return cursor_.next() == ',' || cursor_.next() == ']';
    return context == Context::braces && (cursor_.next() == ',' || cursor_.next() == '}');
  }

  bool list(std::size_t depth) {
    const Position at = cursor_.position();
    const auto not_closed = [&] { return wrong(at, tr("the list that begins here has no end, close it with ]")); };
    cursor_.advance();
    ++open_lists_;
    for (;;) {
      const int line = cursor_.position().line;
      skip_blank(cursor_);
      if (closes_list()) return true;
      const bool new_line = cursor_.position().line > line;
      if (cursor_.at_end() || (new_line && begins_assignment_or_list_item())) return not_closed();
      if (!value(Context::list, depth + 1)) return false;
      skip_blank(cursor_);
      if (closes_list()) return true;
      if (cursor_.take(",")) continue;
      if (cursor_.at_end() || begins_statement(cursor_)) return not_closed();
      return wrong(cursor_.position(),
                   tr("the values of a list are not kept apart here, write a comma before this one"));
    }
  }

  bool closes_list() {
    if (!cursor_.take("]")) return false;
    --open_lists_;
    return true;
  }

  /// Inside a list "[x]" on a line of its own may be a value; a key or "[[x]]" cannot.
  [[nodiscard]] bool begins_assignment_or_list_item() const {
    return (cursor_.next() != '[' || cursor_.sees("[[")) && begins_statement(cursor_);
  }

  bool braces(std::size_t depth) {
    const Position at = cursor_.position();
    const auto not_closed = [&] { return wrong(at, tr("what begins with { ends on the same line, close it with }")); };
    const std::string outer = key_;
    cursor_.advance();
    cursor_.skip_spaces();
    if (cursor_.take("}")) return true;
    for (;;) {
      const Position key_at = cursor_.position();
      if (at_end_of_statement(cursor_)) return not_closed();
      const auto parts = take_key(cursor_);
      if (!parts) return wrong(key_at, tr("a key is missing here, write for example { rounds = 3, hold = \"10s\" }"));
      for (const std::string& part : *parts) key_ = below(key_, part);
      if (!cursor_.take("="))
        return wrong(cursor_.position(), tr("no = stands after the key, write for example hold = \"10s\""));
      cursor_.skip_spaces();
      if (!value(Context::braces, depth + 1)) return false;
      key_ = outer;
      cursor_.skip_spaces();
      if (cursor_.take("}")) return true;
      if (at_end_of_statement(cursor_)) return not_closed();
      if (!cursor_.take(","))
        return wrong(cursor_.position(), tr("a comma is missing here, write one between two keys"));
      cursor_.skip_spaces();
    }
  }

  bool wrong(Position at, std::string message) {
    findings_.error(at, key_, std::move(message));
    return false;
  }

  void mend_here(std::size_t bytes, std::string_view with, std::string message) {
    const Cursor begin = cursor_;
    cursor_.advance(bytes);
    mend(begin, with, std::move(message));
  }

  /// Replaces what lies between `begin` and the cursor.
  void mend(const Cursor& begin, std::string_view with, std::string message) {
    findings_.error(begin.position(), key_, std::move(message));
    result_.meant.replace(begin, cursor_, with);
  }

  /// The one that went wrong began on `line`. A list may go on for lines, or the cursor already stand before the next.
  void go_to_next_statement(int line) {
    if (cursor_.position().line > line && begins_statement(cursor_)) return;
    do {
      cursor_.skip_to_line_end();
      skip_blank(cursor_);
    } while (open_lists_ > 0 && !cursor_.at_end() && !begins_statement(cursor_));
  }

  /// Up to the cursor. Without it the parser can read the rest of the file.
  void cut_out_broken_part() {
    if (broken_part_) {
      result_.meant.replace(broken_part_->begin, cursor_, broken_part_->instead);
    } else {
      result_.fit = false;
    }
  }

  struct Part {
    Cursor begin;
    std::string instead;
  };

  Cursor cursor_;
  Findings& findings_;
  Screening result_;
  KeyTrail trail_;
  std::unordered_map<std::string, int> lines_of_keys_;
  int open_lists_ = 0;
  std::string key_;                  ///< the path of the one being read
  std::optional<Part> broken_part_;  ///< of the statement being read, in case that something is wrong with it
};

}  // namespace

std::string Screening::key_at(int line) const {
  const auto after = std::ranges::upper_bound(keys, line, {}, &Key::line);
  return after == keys.begin() ? "" : std::prev(after)->path;
}

Screening screen(std::string_view text, Findings& findings) {
  return Screener{text, findings}.screen();
}

}  // namespace calmcalf::toml_file
