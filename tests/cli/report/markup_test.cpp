// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/report/markup.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/report/bars.hpp"
#include "cli/report/data_table.hpp"
#include "cli/report/drawing.hpp"

namespace calmcalf::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Markup, ClosesWhatItOpens) {
  Markup out;
  out.element("ul", {{"class", "plain"}}, [&] { out.element("li", "one"); });
  EXPECT_EQ(std::move(out).finished(), "<ul class=\"plain\"><li>one</li></ul>\n");
}

TEST(Markup, EscapesTextAndValues) {
  Markup out;
  out.element("p", {{"title", "a \"b\" & 'c'"}}, "</p><script>alert('x')</script>");
  EXPECT_EQ(std::move(out).finished(),
            "<p title=\"a &quot;b&quot; &amp; &#39;c&#39;\">"
            "&lt;/p&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;</p>");
}

TEST(Markup, MakesControlCharactersAndBrokenTextHarmless) {
  using namespace std::string_literals;
  Markup out;
  out.text("a\0b\x1b[31mc\xff\xc3("s);
  EXPECT_EQ(std::move(out).finished(), "a\uFFFDb\uFFFD[31mc\uFFFD\uFFFD(");
}

TEST(Markup, HasElementsWithNothingInside) {
  Markup out;
  out.empty_element("meta", {{"charset", "utf-8"}});
  out.shape("rect", {{"x", "1"}});
  EXPECT_EQ(std::move(out).finished(), "<meta charset=\"utf-8\">\n<rect x=\"1\"/>");
}

TEST(DrawingOfTheReport, HasATitleAndADescriptionToBeReadAloud) {
  Markup out;
  draw(out, {.id = "moon", .width = 10, .height = 20, .title = "Moon", .description = "Full."}, [] {});
  EXPECT_EQ(std::move(out).finished(),
            "<svg role=\"img\" class=\"drawing\" viewBox=\"0 0 10 20\" aria-labelledby=\"moon-title\" "
            "aria-describedby=\"moon-description\"><title id=\"moon-title\">Moon</title>"
            "<desc id=\"moon-description\">Full.</desc></svg>\n");
}

TEST(DrawingOfTheReport, WritesCoordinatesShort) {
  EXPECT_EQ(coordinate(3), "3");
  EXPECT_EQ(coordinate(12.54), "12.5");
  EXPECT_EQ(coordinate(-0.01), "0");
}

TEST(Bars, StandAsHighAsTheirNumbers) {
  Markup out;
  write_upright_bars(out, {.id = "b", .title = "B", .description = "Bars."}, {{"Jan", 4}, {"", 1}}, 4);
  const auto svg = std::move(out).finished();
  EXPECT_THAT(svg, HasSubstr(R"(<rect class="bar" x="13.2" y="18" width="93.6" height="70"/>)"));
  EXPECT_THAT(svg, HasSubstr(R"(y="70.5" width="93.6" height="17.5"/>)"));
  EXPECT_THAT(svg, HasSubstr(">4</text>"));
  EXPECT_THAT(svg, HasSubstr(">Jan</text>"));
}

TEST(Bars, TellNoneFromNotKnown) {
  Markup none;
  write_upright_bars(none, {.id = "b", .title = "B", .description = "Bars."}, {{"", 0, true}}, 1);
  EXPECT_THAT(std::move(none).finished(), Not(HasSubstr("unknown")));
  Markup unknown;
  write_upright_bars(unknown, {.id = "b", .title = "B", .description = "Bars."}, {{"", 0, false}}, 1);
  EXPECT_THAT(std::move(unknown).finished(), HasSubstr("class=\"unknown\""));
}

TEST(Bars, LieAsLongAsTheirNumbersOfTheLongest) {
  Markup out;
  write_lying_bars(out, {.id = "b", .title = "B", .description = "Bars."}, {{"left", 2}, {"right", 4}, {"both", 0}});
  const auto svg = std::move(out).finished();
  EXPECT_THAT(svg, HasSubstr(R"(width="102" height="14"/>)"));
  EXPECT_THAT(svg, HasSubstr(R"(width="204" height="14"/>)"));
  EXPECT_THAT(svg, HasSubstr(">0</text>"));
}

TEST(DataTableOfTheReport, NamesItsColumnsAndRows) {
  Markup out;
  write_table(out, {.caption = "Cramps", .columns = {"Side", "Cramps"}, .rows = {{"left", "2"}}});
  const auto html = std::move(out).finished();
  EXPECT_THAT(html, HasSubstr("<caption>Cramps</caption>"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"col\">Side</th><th scope=\"col\">Cramps</th>"));
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\" dir=\"auto\">left</th><td>2</td>"));
}

}  // namespace
}  // namespace calmcalf::cli
