// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT

#pragma once
#include <span>

#include "adapters/interchange/history_reading.hpp"
#include "adapters/interchange/text_sink.hpp"

namespace calmcalf::interchange {

/// Comma-separated values (RFC 4180): a line of names, then an entry a row.
void write_csv(std::span<const IdentifiedEntry> entries, const TextSink& sink);

/// With the columns in any order; those that say nothing may be missing.
void read_csv(TextSource& source, EntryCollector& collector);

}  // namespace calmcalf::interchange
