// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once

namespace calmcalf {

/// Gives back to the system what this process holds and does not need before it next does something: free pages of the
/// heap, and pages of code and constants, its own and its libraries'. The kernel keeps those among its cached files for
/// as long as it has room; each comes back when it is next run or read. Any thread may go on meanwhile.
///
/// See madvise(2), MADV_DONTNEED, and malloc_trim(3).
void give_back_unneeded_memory() noexcept;

}  // namespace calmcalf
