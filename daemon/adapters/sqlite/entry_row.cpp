// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sqlite/entry_row.hpp"

#include <array>
#include <limits>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

namespace calmcalf {

namespace {

using Json = nlohmann::json;

/// These stand in people's files: never rename one.
template <typename Body>
constexpr std::string_view kind_of;
template <>
constexpr std::string_view kind_of<entry::Started> = "started";
template <>
constexpr std::string_view kind_of<entry::Rescheduled> = "rescheduled";
template <>
constexpr std::string_view kind_of<entry::Shown> = "shown";
template <>
constexpr std::string_view kind_of<entry::Dismissed> = "dismissed";
template <>
constexpr std::string_view kind_of<entry::Snoozed> = "snoozed";
template <>
constexpr std::string_view kind_of<entry::Ended> = "ended";
template <>
constexpr std::string_view kind_of<entry::Undone> = "undone";
template <>
constexpr std::string_view kind_of<entry::Paused> = "paused";
template <>
constexpr std::string_view kind_of<entry::Resumed> = "resumed";
template <>
constexpr std::string_view kind_of<entry::BedtimeMoved> = "bedtime_moved";
template <>
constexpr std::string_view kind_of<entry::Cramped> = "cramp";
template <>
constexpr std::string_view kind_of<entry::NoCramp> = "no_cramp";
template <>
constexpr std::string_view kind_of<entry::MorningChecked> = "morning_check";
template <>
constexpr std::string_view kind_of<entry::DoctorHinted> = "doctor_hint";
template <>
constexpr std::string_view kind_of<entry::QuestionClosed> = "question_closed";
template <>
constexpr std::string_view kind_of<entry::HintClosed> = "hint_closed";

constexpr std::array<std::string_view, 3> reasons{"first", "repeat", "again"};  // entry::Shown::Why

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
  if (cramp.at) object["at"] = to_json(*cramp.at);
  put_name(object, "side", cramp.side);
  put_name(object, "muscle", cramp.muscle);
  put(object, "severity", cramp.severity);
  put(object, "minutes", cramp.minutes);
  if (cramp.woke) object["woke"] = true;
  for (const Trigger trigger : cramp.triggers) object["triggers"].push_back(name_of(trigger));
  if (!cramp.note.empty()) object["note"] = cramp.note;
  return object;
}

/// Null where the columns say it all.
template <typename Body>
Json detail_of(const Body& body) {
  if constexpr (requires { body.until; }) {
    return {{"until", to_json(body.until)}};
  } else if constexpr (requires { body.by; }) {
    return {{"by", to_json(body.by)}};
  } else if constexpr (requires { body.cramp; }) {
    return detail_of(body.cramp);
  } else {
    return nullptr;
  }
}

template <typename Body>
std::optional<std::string_view> how_of(const Body& body) {
  if constexpr (requires { body.how; }) return name_of(body.how);
  if constexpr (requires { body.why; }) return reasons.at(static_cast<std::size_t>(body.why));
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

Instant instant_of(std::int64_t seconds) {
  return Instant{Duration{seconds}};
}

/// Reads a row back, throwing RowError at what was never written. Only to_entry sees it.
struct RowError {};

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

std::optional<entry::Shown::Why> reason_named(std::string_view name) {
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    if (reasons.at(i) == name) return static_cast<entry::Shown::Why>(i);
  }
  return std::nullopt;
}

Night night_in(const EntryRow& row) {
  return {std::chrono::local_days{std::chrono::days{small(row.night)}}};
}

Subject subject_in(const EntryRow& row) {
  return {{night_in(row), StepId{required(row.step)}, small(required(row.number))},
          instant_of(required(row.due)),
          Duration{required(row.due_offset)}};
}

Cramp cramp_in(const Detail& detail) {
  return {detail.instant("at"),
          detail.named("side", cramp_side_named),
          detail.named("muscle", muscle_named),
          detail.small_number("severity"),
          detail.small_number("minutes"),
          detail.flag("woke"),
          detail.all_named("triggers", trigger_named),
          detail.text("note").value_or("")};
}

template <typename Body>
Body body_in(const EntryRow& row) {
  Body body;
  if constexpr (requires { body.subject; }) body.subject = subject_in(row);
  if constexpr (requires { body.night; }) body.night = night_in(row);
  if constexpr (requires { body.why; }) body.why = required(reason_named(required(row.how)));
  if constexpr (requires { body.how; }) body.how = required(state_named(required(row.how)));
  if constexpr (requires { body.until; }) body.until = required(Detail{row.detail}.instant("until"));
  if constexpr (requires { body.by; }) body.by = Duration{required(Detail{row.detail}.number("by"))};
  if constexpr (requires { body.cramp; }) body.cramp = cramp_in(Detail{row.detail});
  return body;
}

/// As whichever of the alternatives the row's kind names.
template <typename... Bodies>
std::optional<entry::Body> body_in(const EntryRow& row, const std::variant<Bodies...>* /*alternatives*/) {
  static_assert((!kind_of<Bodies>.empty() && ...), "every kind of entry has a name");
  std::optional<entry::Body> body;
  static_cast<void>(((row.kind == kind_of<Bodies> && (body = body_in<Bodies>(row), true)) || ...));
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
  row.kind = std::visit([]<typename Body>(const Body&) { return kind_of<Body>; }, entry.body);
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
  return Entry{instant_of(row.at), Duration{row.utc_offset}, required(source_named(row.source)),
               required(body_in(row, static_cast<const entry::Body*>(nullptr)))};
} catch (const RowError&) {
  return std::nullopt;
}

}  // namespace calmcalf
