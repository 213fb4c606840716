// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once

namespace calmcalf::cli {

/// Gives descriptors 0, 1 and 2 to nothing, where the program was started without them: else the next file that is
/// opened would get the number, and what is printed would be written into it. Reading and writing them still fail.
void occupy_standard_streams();

}  // namespace calmcalf::cli
