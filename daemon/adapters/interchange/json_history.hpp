// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#pragma once
#include <span>

#include "adapters/interchange/history_reading.hpp"
#include "adapters/interchange/text_sink.hpp"

namespace calmcalf::interchange {

/// One object, {"format":"calmcalf-history","version":1,"entries":[...]}, an entry a line.
void write_json(std::span<const IdentifiedEntry> entries, const TextSink& sink);

/// With whatever white space, and the keys in any order.
void read_json(TextSource& source, EntryCollector& collector);

}  // namespace calmcalf::interchange
