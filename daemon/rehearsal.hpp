// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include "arguments.hpp"
#include "ports/log.hpp"

namespace calmcalf {

/// Plays tonight's routine on the real desktop with the clock running fast, from just before its first step until the
/// evening is over, and tells on standard output what happens. Returns the exit status; throws std::exception as
/// serve() does. The history is a throwaway one, unless the arguments name one.
int rehearse(const Arguments& arguments, Log& log);

}  // namespace calmcalf
