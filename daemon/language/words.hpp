// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "domain/diary.hpp"
#include "domain/ledger.hpp"
#include "domain/occurrence.hpp"

namespace calmcalf {

/// What people read for the values whose names (name_of) programs read.

[[nodiscard]] std::string in_words(State state);
[[nodiscard]] std::string in_words(Source source);
[[nodiscard]] std::string in_words(CrampSide side);
[[nodiscard]] std::string in_words(Muscle muscle);
[[nodiscard]] std::string in_words(Trigger trigger);
[[nodiscard]] std::string in_words(Relief relief);

}  // namespace calmcalf
