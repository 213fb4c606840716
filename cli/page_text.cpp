// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/page_text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/wording.hpp"
#include "cli/wrapped.hpp"
#include "domain/tr_noop.hpp"
#include "language/local_dates.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

constexpr std::size_t narrowest_page = 24;  // what is wrapped into less is not read more easily
constexpr std::string_view caution_mark = "! ";

std::string on_the_clock(TimeOfDay time) {
  return calmcalf::clock_time(LocalTime{time.since_midnight});
}

struct TimeInWords {
  std::string operator()(const BeforeBed& when) const { return tr("{} before bed", short_text(when.ahead)); }
  std::string operator()(const AtTime& when) const { return tr("at {}", on_the_clock(when.time)); }
  std::string operator()(const Every& when) const {
    return tr("every {} from {} to {}", short_text(when.interval), on_the_clock(when.from), on_the_clock(when.until));
  }
};

/// A page, block after block.
class Layout {
 public:
  Layout(std::span<const Caution> cautions, std::size_t width, const Ink& ink)
      : cautions_{cautions}, width_{std::max(width, narrowest_page)}, ink_{ink} {}

  void title(std::string_view text) { add(tr(text), 0, "", &Ink::strong); }

  void operator()(const Heading& heading) {
    set_apart();
    add(tr(heading.text), 0, "", &Ink::strong);
    follows_heading_ = true;
  }

  void operator()(const Paragraph& paragraph) {
    set_apart();
    add(tr(paragraph.text), 0);
  }

  void operator()(const Item& item) {
    follows_heading_ = false;
    add(tr(item.text), 2, "- ");
  }

  void operator()(const Advice& advice) {
    set_apart();
    add(title_of(advice), 2, "", &Ink::strong);
    add(tr(advice.text), 4);
    add(advice.notes);
  }

  void operator()(const CatalogueStep* step) {
    set_apart();
    add(tr(step->title), 2, "", &Ink::strong);
    add(tr(step->text), 4);
    add(fmt::format("use = \"{}\", {}", step->id, usual_time(*step)), 4, "", &Ink::faint);
    add(step->cautions);
  }

  /// What the marks mean, where there are any.
  void legend() {
    if (is_marked_)
      (*this)(Paragraph{tr_noop("What is marked with ! applies to you, as your schedule says under [profile].")});
  }

  void sources(std::span<const std::string_view> names) {
    (*this)(Heading{tr_noop("Sources")});
    for (const auto name : names) (*this)(Item{name});
    (*this)(Paragraph{no_medical_advice});
  }

  [[nodiscard]] std::string finished() && { return std::move(text_); }

 private:
  using Painter = std::string (Ink::*)(std::string_view) const;

  static std::string tagged(const CautionNote& note) {
    return fmt::format("[{}] {}", tr(in_plain_words(note.caution)), tr(note.text));
  }

  /// By an empty line, but for what begins right below its heading.
  void set_apart() {
    if (!std::exchange(follows_heading_, false)) text_ += '\n';
  }

  [[nodiscard]] bool applies(const CautionNote& note) const {
    return std::ranges::find(cautions_, note.caution) != cautions_.end();
  }

  void add(const std::vector<CautionNote>& notes) {
    for (const auto& note : applying(notes, cautions_)) {
      add(tagged(note), 4, caution_mark, &Ink::wary);
      is_marked_ = true;
    }
    for (const auto& note : notes)
      if (!applies(note)) add(tagged(note), 4, "", &Ink::faint);
  }

  /// `before` stands in front of the first line alone; the others begin below what follows it.
  void add(std::string_view text, std::size_t indent, std::string_view before = "", Painter paint = nullptr) {
    auto beginning = std::string(indent, ' ').append(before);
    for (const auto& line : wrapped(text, width_ - beginning.size())) {
      text_ += beginning + (paint == nullptr ? line : (ink_.*paint)(line)) + '\n';
      beginning.assign(beginning.size(), ' ');
    }
  }

  std::span<const Caution> cautions_;
  std::size_t width_;
  const Ink& ink_;
  std::string text_;
  bool is_marked_ = false;
  bool follows_heading_ = false;
};

}  // namespace

std::string title_of(const Advice& advice) {
  return advice.title_is_typed ? std::string{advice.title} : tr(advice.title);
}

std::string usual_time(const CatalogueStep& step) {
  auto time = std::visit(TimeInWords{}, step.when);
  std::vector<std::size_t> days;
  for (std::size_t day = 1; day < step.monthdays.size(); ++day)
    if (step.monthdays.test(day)) days.push_back(day);
  if (days.size() + 1 == step.monthdays.size()) return time;
  // TRANSLATORS: "at 21:00 on day 1, 15 of the month"
  return tr("{} on day {} of the month", time, fmt::join(days, ", "));
}

std::string page_text(const Page& page, std::span<const Caution> cautions, std::size_t width, const Ink& ink) {
  Layout layout{cautions, width, ink};
  layout.title(page.title);
  for (const auto& block : page.blocks) std::visit(layout, block);
  layout.legend();
  layout.sources(page.sources);
  return std::move(layout).finished();
}

}  // namespace calmcalf::cli
