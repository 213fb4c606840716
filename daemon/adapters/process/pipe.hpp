// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

#include "adapters/process/descriptor.hpp"

namespace calmcalf {

/// Neither end is inherited by a program that is started, unless it is handed over on purpose.
struct Pipe {
  Descriptor reading;
  Descriptor writing;
};

/// Throws std::system_error.
[[nodiscard]] Pipe open_pipe();

/// The reading end of a pipe that holds all of `text` already, with nobody left to write: who never reads keeps nobody
/// waiting. Throws std::system_error, EMSGSIZE where `text` is longer than a pipe may be: 1 MiB, usually.
[[nodiscard]] Descriptor filled_pipe(std::string_view text);

}  // namespace calmcalf
