// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include <algorithm>
#include <span>

#include "cli/page_text.hpp"
#include "cli/report/sections.hpp"
#include "domain/handbook.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

/// A page of the handbook, block after block. Items that follow each other are one list.
class GuideWriter {
 public:
  GuideWriter(Markup& out, std::span<const Caution> cautions) : out_{out}, cautions_{cautions} {}

  void write(const Page& page) {
    for (std::size_t place = 0; place < page.blocks.size();) {
      if (std::holds_alternative<Item>(page.blocks[place])) {
        place = write_list(page.blocks, place);
      } else {
        std::visit(*this, page.blocks[place]);
        ++place;
      }
    }
  }

  void operator()(const Heading& heading) { out_.element("h4", tr(heading.text)); }
  void operator()(const Paragraph& paragraph) { out_.element("p", tr(paragraph.text)); }
  void operator()(const Item& item) { out_.element("li", tr(item.text)); }
  void operator()(const Advice& advice) { write_advice(title_of(advice), tr(advice.text), "", advice.notes); }
  void operator()(const CatalogueStep* step) {
    write_advice(tr(step->title), tr(step->text), usual_time(*step), step->cautions);
  }

 private:
  std::size_t write_list(const std::vector<Block>& blocks, std::size_t place) {
    out_.element("ul", {}, [&] {
      for (; place < blocks.size() && std::holds_alternative<Item>(blocks[place]); ++place)
        std::visit(*this, blocks[place]);
    });
    return place;
  }

  void write_advice(std::string_view title, std::string_view text, std::string_view hint,
                    const std::vector<CautionNote>& notes) {
    out_.element("div", {{"class", "advice"}}, [&] {
      out_.element("p", {}, [&] { out_.element("strong", title); });
      out_.element("p", text);
      if (!hint.empty()) out_.element("p", {{"class", "hint"}}, hint);
      for (const auto& note : notes) write_note(note);
    });
  }

  void write_note(const CautionNote& note) {
    const auto applies = std::ranges::find(cautions_, note.caution) != cautions_.end();
    if (applies)
      out_.element("p", {{"class", "caution"}},
                   tr("This applies to you ({}): {}", tr(in_plain_words(note.caution)), tr(note.text)));
    else
      out_.element("p", {{"class", "hint"}}, tr("{}: {}", tr(in_plain_words(note.caution)), tr(note.text)));
  }

  Markup& out_;
  std::span<const Caution> cautions_;
};

void write_sources(Markup& out, const Page& page) {
  out.element("h4", tr("Sources"));
  out.element("ul", {{"class", "sources"}}, [&] {
    for (const auto source : page.sources) out.element("li", source);
  });
}

}  // namespace

void write_guide(Markup& out, const ReportMaterial& material) {
  const auto cautions = material.routine == nullptr ? std::vector<Caution>{} : material.routine->cautions;
  out.element("section", {{"id", "guide"}, {"aria-labelledby", "guide-heading"}}, [&] {
    out.element("h2", {{"id", "guide-heading"}}, tr("To read"));
    out.element("p", {{"class", "caveat"}}, tr(no_medical_advice));
    for (const auto& page : handbook())
      out.element("details", {{"class", "page"}}, [&] {
        out.element("summary", {}, [&] { out.element("h3", tr(page.title)); });
        GuideWriter{out, cautions}.write(page);
        write_sources(out, page);
      });
  });
}

void write_what_will_be_here(Markup& out, const ReportMaterial& material) {
  out.element("section", {{"id", "nothing-yet"}, {"aria-labelledby", "nothing-yet-heading"}}, [&] {
    const auto is_new = material.asked.is_all();
    out.element("h2", {{"id", "nothing-yet-heading"}},
                is_new ? tr("Your nights will be here") : tr("Nothing of these nights"));
    if (!is_new)
      return out.element("p",
                         tr("Nothing was recorded of the nights that were asked for. Without --from and --until the "
                            "report is of all nights."));
    out.element("p", tr("Nothing has been recorded yet. From the first evening on, this page will show:"));
    out.element("ul", {}, [&] {
      out.element("li", tr("a calendar of your nights: how much of the routine was done, and which had cramps;"));
      out.element("li", tr("how each step grows stronger with the nights;"));
      out.element("li", tr("cramps by week, by hour, by side and by muscle;"));
      out.element("li", tr("how nights with the routine compare with others, once there are enough of both;"));
      out.element("li", tr("a page to print and take to the doctor."));
    });
    out.element("p",
                tr("Answer a reminder tonight, or write a cramp down with \"calmcalf cramp\"; then write this page "
                   "again with \"calmcalf report\"."));
  });
}

}  // namespace calmcalf::cli
