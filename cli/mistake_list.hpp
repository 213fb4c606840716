// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string>

#include "cli/surroundings.hpp"
#include "domain/mistake.hpp"

namespace calmcalf::cli {

/// A schedule's mistakes as a JSON array.
void print_json(const Mistakes& mistakes, Output& out);

/// The same for people, with a verdict on `file` in the last line; on a terminal with the lines at fault.
void print_text(const Mistakes& mistakes, const std::string& file, const Surroundings& surroundings);

}  // namespace calmcalf::cli
