// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#pragma once
#include <functional>
#include <string_view>

namespace calmcalf::interchange {

/// Takes what is written, piece by piece.
using TextSink = std::function<void(std::string_view)>;

}  // namespace calmcalf::interchange
