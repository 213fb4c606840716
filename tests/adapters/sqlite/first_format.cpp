// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/sqlite/first_format.hpp"

#include <utility>

#include "adapters/sqlite/entries.hpp"

namespace calmcalf {

namespace {

using namespace std::chrono_literals;

constexpr Duration berlin = 1h;
constexpr Duration berlin_in_summer = 2h;
constexpr Duration lord_howe = 10h + 30min;

Subject subject(Night of, const char* step, Duration before_bed, int number = 1) {
  return {{of, {step}, number}, bedtime(of) - before_bed, berlin};
}

Entry entry(Instant at, Source source, entry::Body body) {
  return {at, berlin, source, std::move(body)};
}

void add_an_evening_of_answers(Ledger& ledger) {
  const Night of = night(20);
  const Subject water = subject(of, "water", 2h);
  const Subject stretch = subject(of, "calf-stretch", 15min);
  ledger.push_back(entry(bedtime(of) - 4h, Source::service, entry::Started{}));
  ledger.push_back(entry(water.due, Source::service, entry::Shown{water, entry::Shown::Why::first}));
  ledger.push_back(entry(water.due + 1min, Source::service, entry::Dismissed{water}));
  ledger.push_back(entry(water.due + 10min, Source::service, entry::Shown{water, entry::Shown::Why::repeat}));
  ledger.push_back(entry(water.due + 11min, Source::notification, entry::Snoozed{water, water.due + 21min}));
  ledger.push_back(entry(water.due + 21min, Source::service, entry::Shown{water, entry::Shown::Why::again}));
  ledger.push_back(entry(water.due + 22min, Source::tray, entry::Ended{water, State::done}));
  ledger.push_back(entry(stretch.due, Source::service, entry::Shown{stretch, entry::Shown::Why::first}));
  ledger.push_back(entry(stretch.due + 2min, Source::notification, entry::Ended{stretch, State::skipped}));
  ledger.push_back(entry(stretch.due + 3min, Source::command, entry::Undone{stretch}));
  ledger.push_back(entry(bedtime(of) + 1h, Source::service, entry::Ended{stretch, State::missed}));
  ledger.push_back(entry(bedtime(of) + 1h, Source::service, entry::Ended{subject(of, "walk", 4h, 2), State::unseen}));
}

void add_an_evening_that_was_moved_and_paused(Ledger& ledger) {
  const Night of = night(21);
  ledger.push_back(entry(bedtime(of) - 5h, Source::service, entry::Rescheduled{}));
  ledger.push_back(entry(bedtime(of) - 2h, Source::command, entry::BedtimeMoved{of, 45min}));
  ledger.push_back(entry(bedtime(of) - 2h + 1min, Source::bus, entry::BedtimeMoved{of, -10min}));
  ledger.push_back(entry(bedtime(of) - 1h, Source::tray, entry::Paused{bedtime(of) + 5h}));
  ledger.push_back(
      entry(bedtime(of) + 45min, Source::service, entry::Ended{subject(of, "calf-stretch", 15min), State::paused}));
  ledger.push_back(entry(bedtime(of) + 1h, Source::command, entry::Resumed{}));
}

Cramp all_about_a_cramp() {
  Cramp cramp;
  cramp.at = bedtime(night(22)) + 4h;
  cramp.at_offset = 1h;
  cramp.side = CrampSide::left;
  cramp.muscle = Muscle::calf;
  cramp.severity = 7;
  cramp.minutes = 3;
  cramp.woke = true;
  cramp.triggers = {Trigger::exercise, Trigger::sitting,   Trigger::standing,
                    Trigger::sweating, Trigger::diarrhoea, Trigger::alcohol};
  cramp.note =
      "it's \"odd\"; DROP TABLE entries; -- \\ {\"json\": [1]} %s ?1\nzwei\tZeilen \x01 und \U0001F9B5 \u5C0F\u817F "
      "\u05E2\u05D2\u05DC";
  return cramp;
}

void add_nights_of_the_diary(Ledger& ledger) {
  Cramp long_note;
  long_note.side = CrampSide::both;
  long_note.muscle = Muscle::foot;
  long_note.severity = 0;
  long_note.minutes = 0;
  long_note.note = std::string(5000, '\'') + std::string("\0", 1) + "the end";
  ledger.push_back(entry(bedtime(night(22)) + 10h, Source::service, entry::MorningChecked{night(22)}));
  ledger.push_back(entry(bedtime(night(22)) + 11h, Source::command, entry::Cramped{night(22), all_about_a_cramp()}));
  ledger.push_back(entry(bedtime(night(22)) + 12h, Source::bus, entry::Cramped{night(22), Cramp{}}));
  ledger.push_back(entry(bedtime(night(22)) + 13h, Source::command, entry::Cramped{night(22), long_note}));
  ledger.push_back(entry(bedtime(night(22)) + 13h, Source::service, entry::DoctorHinted{night(22)}));
  ledger.push_back(entry(bedtime(night(23)) + 10h, Source::notification, entry::NoCramp{night(23)}));
}

/// From another machine, from a journey, and from a boot after which the clock stood at its beginning.
void add_what_is_out_of_order(Ledger& ledger) {
  const Night in_summer = night(1) - 120;
  const Subject then{{in_summer, {"water"}, 1}, bedtime(in_summer) - 3h, berlin_in_summer};
  ledger.push_back({then.due + 5min, berlin_in_summer, Source::import, entry::Ended{then, State::done}});
  const Night ahead = night(30);
  ledger.push_back(entry(bedtime(ahead), Source::import, entry::NoCramp{ahead}));
  const Subject far_away{{night(24), {"water"}, 1}, bedtime(night(24)) - 11h, lord_howe};
  ledger.push_back({far_away.due + 5min, lord_howe, Source::notification, entry::Ended{far_away, State::done}});
  const Instant year_2000{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1}.time_since_epoch()};
  ledger.push_back(entry(year_2000 + 40s, Source::service, entry::Started{}));
}

}  // namespace

Ledger ledger_of_first_format() {
  Ledger ledger;
  add_an_evening_of_answers(ledger);
  add_an_evening_that_was_moved_and_paused(ledger);
  add_nights_of_the_diary(ledger);
  add_what_is_out_of_order(ledger);
  return ledger;
}

void put_first_format_at(const std::filesystem::path& file) {
  std::filesystem::create_directories(file.parent_path());
  std::filesystem::copy_file(CALMCALF_HISTORY_1, file, std::filesystem::copy_options::overwrite_existing);
}

}  // namespace calmcalf
