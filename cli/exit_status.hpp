// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once

namespace calmcalf::cli {

/// What the program ends with. Scripts rely on the numbers.
enum class ExitStatus {
  done = 0,
  no = 1,           ///< the answer is no, or it could not be done
  usage = 2,        ///< the command was not understood
  unreachable = 3,  ///< the service cannot be reached
  refused = 4,      ///< it can, and said no
};

}  // namespace calmcalf::cli
