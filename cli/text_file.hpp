// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <optional>
#include <string>

namespace calmcalf::cli {

/// A file's content, or why there is none.
struct TextFile {
  std::optional<std::string> content;
  std::string mistake;  ///< "there is no such file"; empty where there is a content
};

/// Reads what a person wrote: up to 4 MiB, of a file or of anything else that can be read.
[[nodiscard]] TextFile read_text_file(const std::filesystem::path& file);
[[nodiscard]] TextFile read_standard_input();

}  // namespace calmcalf::cli
