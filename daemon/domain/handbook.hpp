// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#pragma once
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/catalogue.hpp"
#include "domain/tr_noop.hpp"

namespace calmcalf {

/// What the program knows about leg cramps, as pages to read. Every text is a whole English source text, to be
/// translated when it is shown: none is put together from pieces. How it looks is for whoever shows it.

struct Heading {
  std::string_view text;
};

struct Paragraph {
  std::string_view text;
};

/// One of a list.
struct Item {
  std::string_view text;
};

/// A short thing to do or to know under a name of its own, and what to mind about it.
struct Advice {
  std::string_view title;
  std::string_view text;
  std::vector<CautionNote> notes{};
  bool title_is_typed = false;  ///< the title is a word of the schedule, and no text to translate
};

/// A built-in step stands as itself, and is never null.
using Block = std::variant<Heading, Paragraph, Item, Advice, const CatalogueStep*>;

struct Page {
  std::string_view topic;  ///< the word that asks for it: "relief"
  std::string_view title;
  std::string_view summary;  ///< what it is about, in a line
  std::vector<Block> blocks;
  std::vector<std::string_view> sources;  ///< by name, to be shown below it, and no_medical_advice below them
};

inline constexpr std::string_view no_medical_advice =
    tr_noop("This is no medical advice. Ask a doctor or a pharmacist about anything that worries you.");

/// All pages, in the order to list them.
[[nodiscard]] std::span<const Page> handbook();

/// Null where there is none of that topic.
[[nodiscard]] const Page* find_page(std::string_view topic);

/// What to do while a cramp is there, in this order, each short enough for a popup that is read half asleep. The last
/// one is no step but a word on painkillers.
[[nodiscard]] std::span<const Advice> relief_advice();

/// What a person would call it: "numb feet".
[[nodiscard]] std::string_view in_plain_words(Caution caution);

}  // namespace calmcalf
