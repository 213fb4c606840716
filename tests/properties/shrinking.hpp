// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <functional>

#include "properties/random_evenings.hpp"

namespace calmcalf::properties {

/// Leaves out tables of the schedules and lines of the story for as long as `still_fails`. Leaving out a line moves its
/// waiting time to the next one.
[[nodiscard]] Evenings shrink(Evenings evenings, const std::function<bool(const Evenings&)>& still_fails);

}  // namespace calmcalf::properties
