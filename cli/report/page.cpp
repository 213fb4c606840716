// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/report/page.hpp"

#include <array>
#include <span>

#include <fmt/format.h>

#include "cli/report/sections.hpp"
#include "cli/report/style.hpp"
#include "domain/tr_noop.hpp"
#include "language/local_dates.hpp"
#include "language/tr.hpp"

namespace calmcalf::cli {
namespace {

struct ReportSection {
  std::string_view id;
  std::string_view name;
  void (*write)(Markup& out, const ReportMaterial& material);
};

/// On paper, these are the first page, and the doctor's is the second.
constexpr std::array overview_sections{ReportSection{"tonight", tr_noop("Tonight"), write_tonight},
                                       ReportSection{"calendar", tr_noop("Nights"), write_calendar},
                                       ReportSection{"strength", tr_noop("Strength"), write_strength},
                                       ReportSection{"cramps", tr_noop("Cramps"), write_cramps},
                                       ReportSection{"comparison", tr_noop("Comparison"), write_comparison},
                                       ReportSection{"steps", tr_noop("Steps"), write_adherence}};
constexpr std::array later_sections{ReportSection{"doctor", tr_noop("For the doctor"), write_doctor_page},
                                    // TRANSLATORS: the part of a page with texts to read about cramps
                                    ReportSection{"guide", tr_noop("To read"), write_guide}};
constexpr std::array sections_without_history{
    ReportSection{"tonight", tr_noop("Tonight"), write_tonight},
    ReportSection{"nothing-yet", tr_noop("Your nights"), write_what_will_be_here}};
constexpr ReportSection guide_alone = later_sections[1];

using ReportSections = std::span<const ReportSection>;

void write_head(Markup& out) {
  out.element("head", {}, [&] {
    out.empty_element("meta", {{"charset", "utf-8"}});
    out.empty_element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    out.empty_element("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    // What somebody wrote into a note can neither run nor call home, whatever becomes of it.
    out.empty_element("meta", {{"http-equiv", "Content-Security-Policy"},
                               {"content", "default-src 'none'; style-src 'unsafe-inline'"}});
    out.element("title", tr("Nights and cramps: a report by Calmcalf"));
    out.element("style", {}, [&] { out.verbatim(report_style()); });
  });
}

void write_ways(Markup& out, ReportSections sections) {
  for (const auto& section : sections)
    out.element("li", {}, [&] { out.element("a", {{"href", fmt::format("#{}", section.id)}}, tr(section.name)); });
}

void write_navigation(Markup& out, ReportSections overview, ReportSections later) {
  out.element("nav", {{"aria-label", tr("Parts of this page")}}, [&] {
    out.element("ul", {{"class", "plain"}}, [&] {
      write_ways(out, overview);
      write_ways(out, later);
    });
  });
}

void write_header(Markup& out, const ReportMaterial& material) {
  const auto at = std::chrono::floor<std::chrono::minutes>(material.written.at);
  const auto offset = material.written.offset;
  const Night today{std::chrono::floor<std::chrono::days>(LocalTime{at.time_since_epoch() + offset})};
  out.element("header", {}, [&] {
    out.element("h1", tr("Nights and cramps"));
    auto about = tr("Written on {} at {}.", date_in_words(today), time_in_night(at, offset, today));
    if (!material.is_empty())
      about += ' ' + tr("The nights from {} to {}.", day_in_words(material.all.first), day_in_words(material.all.last));
    out.element("p", {{"class", "written"}}, about);
  });
}

void write_body(Markup& out, const ReportMaterial& material) {
  const auto is_empty = material.is_empty();
  const auto overview = is_empty ? ReportSections{sections_without_history} : ReportSections{overview_sections};
  const auto later = is_empty ? ReportSections{&guide_alone, 1} : ReportSections{later_sections};
  out.element("a", {{"class", "skip"}, {"href", "#main"}}, tr("To the content"));
  write_header(out, material);
  write_navigation(out, overview, later);
  out.element("main", {{"id", "main"}}, [&] {
    out.element("div", {{"class", "overview"}}, [&] {
      for (const auto& section : overview) section.write(out, material);
    });
    for (const auto& section : later) section.write(out, material);
  });
}

}  // namespace

std::string report_page(const ReportMaterial& material) {
  Markup out;
  // TRANSLATORS: the tag (BCP 47) of the language that you translate into, such as "de" or "pt-BR"
  const auto language_tag = tr_context("language tag of these texts", "en");
  // TRANSLATORS: "rtl" where your language is written from right to left, else "ltr"
  const auto direction = tr_context("direction of writing", "ltr");
  out.verbatim("<!DOCTYPE html>\n");
  out.element("html", {{"lang", language_tag}, {"dir", direction}}, [&] {
    write_head(out);
    out.element("body", {}, [&] { write_body(out, material); });
  });
  return std::move(out).finished();
}

}  // namespace calmcalf::cli
