// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/saved_file.hpp"

#include "cli/failure.hpp"
#include "cli/new_file.hpp"
#include "cli/printable.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {

void save_file(const std::filesystem::path& file, std::string_view content) {
  const auto error = write_or_replace_file(file, content);
  if (!error) return;
  const auto name = printable(file.string());
  if (error == std::errc::not_supported)
    throw Failure{tr("{}: is no ordinary file, and is left as it is; name a file", name)};
  throw Failure{tr("{}: cannot be written: {}; make room or allow writing, or name another file with --output", name,
                   error.message())};
}

}  // namespace calmcalf::cli
