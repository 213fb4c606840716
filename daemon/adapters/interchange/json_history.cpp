// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#include "adapters/interchange/json_history.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "adapters/interchange/entry_reading.hpp"
#include "language/tr.hpp"

namespace calmcalf::interchange {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view format_name = "calmcalf-history";
constexpr int format_version = 1;

Json value_of(Form form, const std::string& text) {
  switch (form) {
    case Form::number:
      return std::stoll(text);  // it was one
    case Form::flag:
      return text == "true";
    case Form::list: {
      auto list = Json::array();
      for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find(list_separator, begin), text.size());
        list.push_back(text.substr(begin, end - begin));
        begin = end + 1;
      }
      return list;
    }
    case Form::text:
      break;
  }
  return text;
}

std::string line_of(const IdentifiedEntry& entry) {
  const auto fields = fields_of(entry);
  auto object = Json::object();
  for (const auto& [name, form] : field_traits) {
    const auto& text = fields[*field_named(name)];
    if (!text.empty()) object[std::string{name}] = value_of(form, text);
  }
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// That `text` is of another form.
std::string form_needed(Form wanted, const std::string& text) {
  switch (wanted) {
    case Form::text:
      return tr("is {}; a text, in quotes is needed", text);
    case Form::number:
      return tr("is {}; a number is needed", text);
    case Form::flag:
      return tr("is {}; true or false is needed", text);
    case Form::list:
      break;
  }
  return tr("is {}; a list of words, in brackets is needed", text);
}

/// A source as the parser takes characters; one that ends compares equal to any other.
class CharacterIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  CharacterIterator() = default;
  explicit CharacterIterator(TextSource& source) : source_{&source} {}

  char operator*() const { return source_->peek().value_or('\0'); }
  CharacterIterator& operator++() {
    source_->next();
    return *this;
  }
  friend bool operator==(const CharacterIterator& one, const CharacterIterator& other) {
    return one.is_at_end() == other.is_at_end();
  }
  friend bool operator!=(const CharacterIterator& one, const CharacterIterator& other) { return !(one == other); }

 private:
  [[nodiscard]] bool is_at_end() const { return source_ == nullptr || !source_->peek(); }

  TextSource* source_ = nullptr;
};

/// Called by the parser for each thing it meets, one after the other: no more than one entry is held. Each function
/// says whether to go on.
class HistoryParts : public nlohmann::json_sax<Json> {
 public:
  HistoryParts(TextSource& source, EntryCollector& collector) : source_{source}, collector_{collector} {}

  bool null() override { return other_value("null"); }
  bool binary(binary_t& /*value*/) override { return other_value("binary"); }
  bool number_float(number_float_t /*value*/, const string_t& text) override { return number(text); }
  bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
  bool boolean(bool value) override { return simple_value(Form::flag, value ? "true" : "false"); }
  bool string(string_t& value) override;

  bool start_object(std::size_t /*elements*/) override;
  bool key(string_t& name) override;
  bool end_object() override;
  bool start_array(std::size_t /*elements*/) override;
  bool end_array() override;

  bool parse_error(std::size_t position, const std::string& last_token, const Json::exception& error) override;

 private:
  enum class Place { outside, file, entries, entry, list };

  [[nodiscard]] bool number(const std::string& text);
  [[nodiscard]] bool simple_value(Form form, const std::string& text);
  [[nodiscard]] bool other_value(std::string_view what);
  [[nodiscard]] bool value_in_file(Form form, const std::string& text);
  [[nodiscard]] bool value_in_entry(Form form, const std::string& text);
  [[nodiscard]] bool key_of_file(const std::string& name);
  void key_of_entry(const std::string& name);
  [[nodiscard]] bool refuse_file(std::string text);
  void refuse_value(std::string_view what);

  TextSource& source_;
  EntryCollector& collector_;
  Place place_ = Place::outside;
  std::string file_key_;
  bool has_format_ = false;
  bool has_version_ = false;
  bool has_entries_ = false;

  // Of the entry at hand.
  std::size_t entry_line_ = 1;
  EntryFields fields_;
  std::optional<Field> field_;
  std::vector<Field> seen_;
  std::string refusal_;  ///< the first thing wrong in it
  std::size_t refusal_line_ = 1;
};

bool HistoryParts::refuse_file(std::string text) {
  collector_.refuse_file(source_.line(), std::move(text));
  return false;
}

void HistoryParts::refuse_value(std::string_view what) {
  if (!refusal_.empty()) return;
  refusal_ = what;
  refusal_line_ = source_.line();
}

bool HistoryParts::start_object(std::size_t /*elements*/) {
  if (place_ == Place::outside) {
    place_ = Place::file;
    return true;
  }
  if (place_ == Place::entries) {
    place_ = Place::entry;
    entry_line_ = source_.line();
    fields_ = {};
    field_.reset();
    seen_.clear();
    refusal_.clear();
    return true;
  }
  return other_value(tr_context("what a value is", "an object"));
}

bool HistoryParts::end_object() {
  if (place_ == Place::entry) {
    if (refusal_.empty())
      collector_.add(entry_line_, fields_);
    else
      collector_.refuse_entry(refusal_line_, refusal_);
    place_ = Place::entries;
    return true;
  }
  place_ = Place::outside;
  if (!has_format_) return refuse_file(tr(another_programs));
  if (!has_version_ || !has_entries_)
    return refuse_file(tr("\"{}\" is missing; export the history again", has_version_ ? "entries" : "version"));
  return true;
}

bool HistoryParts::key(string_t& name) {
  if (place_ == Place::file) return key_of_file(name);
  key_of_entry(name);
  return true;
}

bool HistoryParts::key_of_file(const std::string& name) {
  const bool is_known = name == "format" || name == "version" || name == "entries";
  if (!is_known && !has_format_) return refuse_file(tr(another_programs));
  if (!is_known) return refuse_file(tr("{} is not known here; was it written by a newer Calmcalf?", in_quotes(name)));
  file_key_ = name;
  return true;
}

void HistoryParts::key_of_entry(const std::string& name) {
  field_ = field_named(name);
  if (!field_) return refuse_value(tr("{} is not known here; was it written by a newer Calmcalf?", in_quotes(name)));
  if (std::ranges::find(seen_, *field_) != seen_.end()) refuse_value(tr("{}: is there twice; keep one", name));
  seen_.push_back(*field_);
}

bool HistoryParts::start_array(std::size_t /*elements*/) {
  if (place_ == Place::file && file_key_ == "entries") {
    if (has_entries_) return refuse_file(tr("\"entries\" is there twice; keep one"));
    has_entries_ = true;
    place_ = Place::entries;
    return true;
  }
  if (place_ == Place::entry && (!field_ || field_traits.at(static_cast<std::size_t>(*field_)).form == Form::list)) {
    place_ = Place::list;
    return true;
  }
  return other_value(tr_context("what a value is", "a list"));
}

bool HistoryParts::end_array() {
  place_ = place_ == Place::list ? Place::entry : Place::file;
  return true;
}

bool HistoryParts::string(string_t& value) {
  return simple_value(Form::text, value);
}

bool HistoryParts::number(const std::string& text) {
  return simple_value(Form::number, text);
}

bool HistoryParts::simple_value(Form form, const std::string& text) {
  switch (place_) {
    case Place::file:
      return value_in_file(form, text);
    case Place::entry:
    case Place::list:
      return value_in_entry(form, text);
    case Place::entries:
      return refuse_file(tr("an entry is to be an object, in braces"));
    case Place::outside:
      break;
  }
  return refuse_file(tr(another_programs));
}

bool HistoryParts::value_in_file(Form form, const std::string& text) {
  if (file_key_ == "format") {
    if (form != Form::text || text != format_name) return refuse_file(tr(another_programs));
    has_format_ = true;
  } else if (file_key_ == "version") {
    if (form != Form::number) return refuse_file(tr("\"version\" is to be a number"));
    if (text != std::to_string(format_version))
      return refuse_file(
          tr("was written by a newer Calmcalf (its format is {}, the newest known here {}); "
             "install that one",
             text, format_version));
    has_version_ = true;
  } else {
    return refuse_file(tr("\"entries\" is to be a list, in brackets"));
  }
  return true;
}

bool HistoryParts::value_in_entry(Form form, const std::string& text) {
  if (!field_) return true;  // the key is refused already
  const auto& [name, wanted] = field_traits.at(static_cast<std::size_t>(*field_));
  const bool is_listed = place_ == Place::list;
  const bool fits = is_listed ? form == Form::text : form == wanted;
  auto& value = fields_[*field_];
  if (!fits) {
    refuse_value(fmt::format("{}: {}", name, form_needed(wanted, in_quotes(text))));
  } else if (text.find('\0') != std::string::npos) {
    refuse_value(tr("{}: has a NUL character, which no text has; take it out", name));
  } else if (is_listed && (text.empty() || text.find(list_separator) != std::string::npos)) {
    refuse_value(tr("{}: {} is no word", name, in_quotes(text)));
  } else {
    if (is_listed && !value.empty()) value += list_separator;
    value += text;
  }
  return true;
}

bool HistoryParts::other_value(std::string_view what) {
  if (place_ == Place::entries) return refuse_file(tr("an entry is to be an object, in braces"));
  if (place_ == Place::entry || place_ == Place::list) {
    const auto text =
        tr("entry {}: {}: is {}; no value here is", collector_.count() + 1, field_ ? column_name(*field_) : "", what);
    return refuse_file(text);
  }
  if (place_ == Place::file && has_format_) return refuse_file(tr("\"{}\" is {}", file_key_, what));
  return refuse_file(tr(another_programs));
}

bool HistoryParts::parse_error(std::size_t /*position*/, const std::string& last_token,
                               const Json::exception& /*error*/) {
  if (place_ == Place::outside) return refuse_file(tr("something follows the end: {}", in_quotes(last_token)));
  if (!source_.peek()) return refuse_file(tr("the file ends too early: it was cut off; export it again"));
  return refuse_file(tr("this is not written as JSON is, at {}", in_quotes(last_token)));
}

}  // namespace

void write_json(std::span<const IdentifiedEntry> entries, const TextSink& sink) {
  sink(fmt::format(R"({{"format":"{}","version":{},"entries":[)", format_name, format_version));
  std::string_view separator = "\n";
  for (const auto& entry : entries) {
    sink(separator);
    sink(line_of(entry));
    separator = ",\n";
  }
  sink("\n]}\n");
}

void read_json(TextSource& source, EntryCollector& collector) {
  HistoryParts parts{source, collector};
  Json::sax_parse(CharacterIterator{source}, CharacterIterator{}, &parts);
}

}  // namespace calmcalf::interchange
