// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include "arguments.hpp"
#include "ports/log.hpp"

namespace calmcalf {

/// Runs the service until it is told to end; returns the exit status. Throws std::exception, one line that says what to
/// do, where it cannot go on.
int serve(const Arguments& arguments, Log& log);

}  // namespace calmcalf
