// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace calmcalf {

/// Runs `action` in a process of its own and returns what it returned; none where that process could not be prepared.
using Action = std::function<std::string()>;

/// As the user "nobody" where the test is root: for them permissions hold.
[[nodiscard]] std::optional<std::string> as_ordinary_user(const Action& action);

/// With an empty disk of `size` bytes at `folder` that nobody else sees.
[[nodiscard]] std::optional<std::string> with_disk_at(const std::filesystem::path& folder, std::size_t size,
                                                      const Action& action);

/// Within with_disk_at(): writes to the disk until there is space for `leave` bytes only.
void fill_disk(const std::filesystem::path& folder, std::size_t leave);

/// Takes back what fill_disk() wrote.
void free_disk(const std::filesystem::path& folder);

/// Within with_disk_at(): from now on the disk can only be read.
[[nodiscard]] bool make_disk_read_only(const std::filesystem::path& folder);

}  // namespace calmcalf
