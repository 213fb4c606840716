// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "adapters/toml/sections.hpp"

namespace calmcalf::toml_file {

Diary read_diary(Section& file) {
  Diary result;
  auto diary = file.table("diary");
  if (!diary) return result;
  result.morning_check = diary->time("morning_check");
  result.see_doctor_at = diary->integer("see_doctor_at", {0, 7}).value_or(result.see_doctor_at);
  diary->finish();
  return result;
}

}  // namespace calmcalf::toml_file
