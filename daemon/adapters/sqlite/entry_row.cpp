// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sqlite/entry_row.hpp"

#include <limits>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

namespace calmcalf {

namespace {

using Json = nlohmann::json;

Json to_json(Instant instant) {
  return instant.time_since_epoch().count();
}
Json to_json(Duration duration) {
  return duration.count();
}

template <typename Value>
void put(Json& object, const char* key, const std::optional<Value>& value) {
  if (value) object[key] = *value;
}

template <typename Named>
void put_name(Json& object, const char* key, const std::optional<Named>& value) {
  if (value) object[key] = name_of(*value);
}

Json detail_of(const Cramp& cramp) {
  Json object = Json::object();
  if (cramp.at) {
    object["at"] = to_json(*cramp.at);
    object["at_offset"] = to_json(cramp.at_offset);
  }
  put_name(object, "side", cramp.side);
  put_name(object, "muscle", cramp.muscle);
  put(object, "severity", cramp.severity);
  put(object, "minutes", cramp.minutes);
  if (cramp.woke) object["woke"] = true;
  for (const Trigger trigger : cramp.triggers) object["triggers"].push_back(name_of(trigger));
  for (const Relief relief : cramp.relief) object["relief"].push_back(name_of(relief));
  if (!cramp.note.empty()) object["note"] = cramp.note;
  return object;
}

void put(Json& object, const CrampId& id) {
  object["recorded"] = to_json(id.recorded);
  object["place"] = id.place;
}

/// Null where the columns say it all.
template <typename Body>
Json detail_of(const Body& body) {
  if constexpr (requires { body.until; }) {
    return {{"until", to_json(body.until)}};
  } else if constexpr (requires { body.by; }) {
    return {{"by", to_json(body.by)}};
  } else if constexpr (requires { body.cramp; } || requires { body.id; }) {
    Json object = Json::object();
    if constexpr (requires { body.cramp; }) object = detail_of(body.cramp);
    if constexpr (requires { body.id; }) put(object, body.id);
    return object;
  } else {
    return nullptr;
  }
}

template <typename Body>
std::optional<std::string_view> how_of(const Body& body) {
  if constexpr (requires { body.how; }) return name_of(body.how);
  if constexpr (requires { body.why; }) return name_of(body.why);
  return std::nullopt;
}

std::optional<std::string> to_text(const Json& detail) {
  if (detail.is_null()) return std::nullopt;
  // Text that is no UTF-8 was never to be read; the rest of the note is.
  return detail.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Night own_date(const Entry& entry) {
  const LocalTime local{entry.at.time_since_epoch() + entry.offset};
  return {std::chrono::floor<std::chrono::days>(local)};
}

/// Reads a row back, throwing RowError at what was never written. Only to_entry sees it.
struct RowError {};

/// The years that the standard library's calendar knows, without the last one at either end: what is reckoned with a
/// time of theirs stays among them.
constexpr std::chrono::sys_days earliest{(std::chrono::year::min() + std::chrono::years{1}) / std::chrono::January / 1};
constexpr std::chrono::sys_days latest{(std::chrono::year::max() - std::chrono::years{1}) / std::chrono::January / 1};

constexpr Duration longest_offset = std::chrono::days{1};
constexpr Duration longest_move = std::chrono::days{1000};  // as of any duration

Instant instant_of(std::int64_t seconds) {
  const Instant instant{Duration{seconds}};
  if (instant < earliest || instant > latest) throw RowError{};
  return instant;
}

Duration duration_of(std::int64_t seconds, Duration longest) {
  if (seconds < -longest.count() || seconds > longest.count()) throw RowError{};
  return Duration{seconds};
}

Duration offset_of(std::int64_t seconds) {
  return duration_of(seconds, longest_offset);
}

template <typename Value>
Value required(const std::optional<Value>& value) {
  if (!value) throw RowError{};
  return *value;
}

int small(std::int64_t number) {
  if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max()) throw RowError{};
  return static_cast<int>(number);
}

/// One entry's detail as JSON.
class Detail {
 public:
  explicit Detail(const std::optional<std::string>& text)
      : object_(text ? Json::parse(*text, nullptr, false) : Json::object()) {  // in braces it would become an array
    if (!object_.is_object()) throw RowError{};
  }

  [[nodiscard]] std::optional<std::int64_t> number(const char* key) const {
    const Json* value = find(key);
    if (value == nullptr) return std::nullopt;
    if (!value->is_number_integer()) throw RowError{};
    return value->get<std::int64_t>();
  }

  [[nodiscard]] std::optional<int> small_number(const char* key) const {
    const auto value = number(key);
    return value ? std::optional{small(*value)} : std::nullopt;
  }

  [[nodiscard]] std::optional<Instant> instant(const char* key) const {
    const auto value = number(key);
    return value ? std::optional{instant_of(*value)} : std::nullopt;
  }

  [[nodiscard]] std::optional<std::string> text(const char* key) const {
    const Json* value = find(key);
    return value != nullptr ? std::optional{text_of(*value)} : std::nullopt;
  }

  [[nodiscard]] bool flag(const char* key) const {
    const Json* value = find(key);
    if (value != nullptr && !value->is_boolean()) throw RowError{};
    return value != nullptr && value->get<bool>();
  }

  /// What the name stands for, as `find_named` knows.
  template <typename FindNamed>
  [[nodiscard]] auto named(const char* key, FindNamed find_named) const -> decltype(find_named(std::string_view{})) {
    const auto name = text(key);
    if (!name) return std::nullopt;
    return required(find_named(*name));
  }

  template <typename FindNamed>
  [[nodiscard]] auto all_named(const char* key, FindNamed find_named) const {
    std::vector<typename decltype(find_named(std::string_view{}))::value_type> list;
    const Json* names = find(key);
    if (names == nullptr) return list;
    if (!names->is_array()) throw RowError{};
    for (const Json& name : *names) list.push_back(required(find_named(text_of(name))));
    return list;
  }

 private:
  [[nodiscard]] const Json* find(const char* key) const {
    const auto found = object_.find(key);
    return found == object_.end() ? nullptr : &*found;
  }

  static const std::string& text_of(const Json& value) {
    if (!value.is_string()) throw RowError{};
    return value.get_ref<const std::string&>();
  }

  Json object_;
};

Night night_in(const EntryRow& row) {
  const std::chrono::days day{small(row.night)};
  if (day < earliest.time_since_epoch() || day > latest.time_since_epoch()) throw RowError{};
  return {std::chrono::local_days{day}};
}

Subject subject_in(const EntryRow& row) {
  return {{night_in(row), StepId{required(row.step)}, small(required(row.number))},
          instant_of(required(row.due)),
          offset_of(required(row.due_offset))};
}

/// One whose own offset was not written down has that of its entry.
Cramp cramp_in(const Detail& detail, Duration entry_offset) {
  const auto at = detail.instant("at");
  const auto offset = detail.number("at_offset");
  return {at,
          !at      ? Duration{0}
          : offset ? offset_of(*offset)
                   : entry_offset,
          detail.named("side", cramp_side_named),
          detail.named("muscle", muscle_named),
          detail.small_number("severity"),
          detail.small_number("minutes"),
          detail.flag("woke"),
          detail.all_named("triggers", trigger_named),
          detail.all_named("relief", relief_named),
          detail.text("note").value_or("")};
}

CrampId cramp_id_in(const Detail& detail) {
  return {required(detail.instant("recorded")), required(detail.small_number("place"))};
}

template <typename Body>
void fill(Body& body, const EntryRow& row) {
  if constexpr (requires { body.subject; }) body.subject = subject_in(row);
  if constexpr (requires { body.night; }) body.night = night_in(row);
  if constexpr (requires { body.why; }) body.why = required(showing_named(required(row.how)));
  if constexpr (requires { body.how; }) body.how = required(state_named(required(row.how)));
  if constexpr (requires { body.until; }) body.until = required(Detail{row.detail}.instant("until"));
  if constexpr (requires { body.by; }) body.by = duration_of(required(Detail{row.detail}.number("by")), longest_move);
  if constexpr (requires { body.cramp; }) body.cramp = cramp_in(Detail{row.detail}, offset_of(row.utc_offset));
  if constexpr (requires { body.id; }) body.id = cramp_id_in(Detail{row.detail});
}

entry::Body body_in(const EntryRow& row) {
  entry::Body body = required(body_of_kind(row.kind));
  std::visit([&](auto& its_own) { fill(its_own, row); }, body);
  return body;
}

}  // namespace

std::int64_t day_number(Night night) {
  return night.evening.time_since_epoch().count();
}

EntryRow to_row(const Entry& entry) {
  EntryRow row;
  row.at = entry.at.time_since_epoch().count();
  row.utc_offset = entry.offset.count();
  row.source = name_of(entry.source);
  row.kind = kind_of(entry);
  row.night = day_number(night_of(entry).value_or(own_date(entry)));
  if (const Subject* subject = subject_of(entry)) {
    row.step = subject->id.step.text;
    row.number = subject->id.number;
    row.due = subject->due.time_since_epoch().count();
    row.due_offset = subject->due_offset.count();
  }
  row.how = std::visit([](const auto& body) { return how_of(body); }, entry.body);
  row.detail = std::visit([](const auto& body) { return to_text(detail_of(body)); }, entry.body);
  return row;
}

std::optional<Entry> to_entry(const EntryRow& row) try {
  return Entry{instant_of(row.at), offset_of(row.utc_offset), required(source_named(row.source)), body_in(row)};
} catch (const RowError&) {
  return std::nullopt;
}

}  // namespace calmcalf
