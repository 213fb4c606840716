// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "adapters/toml/document.hpp"

namespace calmcalf::toml_file {

struct EncodingFault {
  Position at;
  std::string message;
};

/// Where and how `text` fails to be plain text in UTF-8; none where it is. Looks no further than the first fault.
[[nodiscard]] std::optional<EncodingFault> encoding_fault(std::string_view text);

/// Without the byte-order mark that some editors put first.
[[nodiscard]] std::string_view without_mark(std::string_view text);

}  // namespace calmcalf::toml_file
