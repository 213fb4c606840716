// SPDX-FileCopyrightText: The Calmcalf authors
// SPDX-License-Identifier: MIT
#include "cli/report/style.hpp"

namespace calmcalf::cli {
namespace {

// Colours only repeat what shade, shape or words say. Properties are logical (inline, block, start, end), so that a
// translation that is read from right to left needs no other sheet. Drawings know only left and right: there they are
// mirrored as a whole, and each label in its place once more.
constexpr std::string_view report_css = R"css(
:root {
  color-scheme: light dark;
  --paper: #fbfaf6; --card: #ffffff; --ink: #22302f; --soft: #56635f; --edge: #d8d8ce; --grid: #dddccf;
  --accent: #1c5f63; --warn: #8a3a12; --warn-paper: #fbf0e4;
  --none: #ece9df; --some: #c6dcd6; --most: #8dbdb8; --every: #1c5f63; --on-every: #ffffff;
  --cramp: #b4381d; --halo: #ffffff;
  --c0: #1c5f63; --c1: #a3402a; --c2: #4c4d9e; --c3: #76600a; --c4: #8a2f6d;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14191a; --card: #1b2223; --ink: #dfe7e4; --soft: #a3b1ad; --edge: #354040; --grid: #334040;
    --accent: #8fd0cb; --warn: #f2bd92; --warn-paper: #33271c;
    --none: #252e2f; --some: #2e5052; --most: #3b6c6e; --every: #a6dcd5; --on-every: #10201f;
    --cramp: #ff9d7c; --halo: #14191a;
    --c0: #86cdc7; --c1: #f2a48c; --c2: #b1b4f5; --c3: #dfc565; --c4: #e7a3d1;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding-inline: 1rem; padding-block: 1.5rem 4rem; max-inline-size: 62rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h1 { margin-block: 0 0.25rem; font-size: 1.9rem; font-weight: 650; }
h2 { margin-block: 0 0.5rem; font-size: 1.35rem; font-weight: 650; }
h3 { margin-block: 1.25rem 0.25rem; font-size: 1.05rem; }
h4 { margin-block: 1.25rem 0.25rem; font-size: 1rem; }
p { margin-block: 0.4rem; max-inline-size: 42rem; }
ul, ol { padding-inline-start: 1.25rem; }
/* An empty mark, unlike none, leaves it a list to every screen reader. */
.plain { list-style-type: ""; padding: 0; margin: 0; }
a { color: var(--accent); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 0.2rem; }
.skip { position: absolute; inset-block-start: -10rem; background: var(--card); padding: 0.5rem 1rem; }
.skip:focus { inset-block-start: 0.5rem; }
.written, .hint { color: var(--soft); }
.hint { font-size: 0.9rem; }
nav { margin-block: 1rem 1.5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; }
nav a { display: inline-block; padding-block: 0.35rem; }
section {
  margin-block-end: 1.5rem; padding: 1.25rem; background: var(--card);
  border: 1px solid var(--edge); border-radius: 0.9rem; scroll-margin-block-start: 1rem;
}

.evening li {
  display: grid; grid-template-columns: 8.5rem 1fr auto; gap: 0 0.75rem; align-items: baseline;
  padding-block: 0.4rem; border-block-end: 1px solid var(--edge);
}
.evening li:last-child { border-block-end: 0; }
.time { font-variant-numeric: tabular-nums; color: var(--soft); }
.what { font-weight: 600; }
.state { color: var(--soft); }
.state.is-done::before { content: "\2713\00a0"; content: "\2713\00a0" / ""; }
.state.is-due { color: var(--ink); font-weight: 600; }
.caution {
  grid-column: 2 / -1; margin-block: 0.3rem; padding: 0.35rem 0.7rem; background: var(--warn-paper); color: var(--warn);
  border-inline-start: 4px solid currentColor; border-radius: 0.3rem; font-size: 0.95rem;
}
.advice .caution { grid-column: auto; }
.verdict { font-size: 1.1rem; font-weight: 600; }
.caveat { font-weight: 600; color: var(--soft); }

svg { display: block; direction: ltr; overflow: visible; }
.drawing { inline-size: 100%; block-size: auto; font-size: 12px; }
[dir="rtl"] .drawing { transform: scaleX(-1); }
[dir="rtl"] .drawing text { transform: scaleX(-1); transform-box: fill-box; transform-origin: center; }
.drawing text, .sample text { fill: var(--ink); unicode-bidi: plaintext; }
.drawing .faint { fill: var(--soft); }
.drawing .middle { text-anchor: middle; }
.drawing .end { text-anchor: end; }
.night { fill: transparent; stroke: var(--edge); stroke-width: 1; rx: 4px; }
.none { fill: var(--none); stroke: none; }
.some { fill: var(--some); stroke: none; }
.most { fill: var(--most); stroke: none; }
.every { fill: var(--every); stroke: none; }
.drawing .on-dark { fill: var(--on-every); }
.cramp { fill: var(--cramp); stroke: var(--halo); stroke-width: 1.5; }
.months { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1rem 1.5rem; }
ul.months { margin-block: 0.75rem; }
.months .drawing { font-size: 11px; max-inline-size: 15rem; }
.month-name { margin: 0; font-weight: 600; font-size: 0.9rem; white-space: nowrap; }
.legend { display: flex; flex-wrap: wrap; gap: 0.3rem 1.1rem; font-size: 0.9rem; }
.legend li { display: flex; align-items: center; gap: 0.4rem; }
.sample { inline-size: 1.15rem; block-size: 1.15rem; flex: none; }

.grid { stroke: var(--grid); stroke-width: 1; }
.axis, .tick { stroke: var(--soft); stroke-width: 1; }
.line { fill: none; stroke-width: 2; stroke-linejoin: round; }
.leader { stroke: var(--soft); stroke-width: 0.75; }
.colour0 { stroke: var(--c0); } .colour1 { stroke: var(--c1); } .colour2 { stroke: var(--c2); }
.colour3 { stroke: var(--c3); } .colour4 { stroke: var(--c4); }
.end-point { fill: var(--card); stroke-width: 2; }
.dash1 { stroke-dasharray: 7 4; } .dash2 { stroke-dasharray: 2 3; } .dash3 { stroke-dasharray: 9 3 2 3; }
.dash4 { stroke-dasharray: 14 5; } .dash5 { stroke-dasharray: 9 3 2 3 2 3; } .dash6 { stroke-dasharray: 4 2; }
.dash7 { stroke-dasharray: 1 6; stroke-linecap: round; }
.end-point { stroke-dasharray: none; }
.narrow { display: none; }
@media screen and (max-width: 40rem) {
  .wide { display: none; }
  .narrow { display: block; }
}

.quarters { display: grid; grid-template-columns: repeat(auto-fit, minmax(12.5rem, 1fr)); gap: 0.75rem 1.25rem; }
.quarters .drawing, .charts .drawing { font-size: 11px; max-inline-size: 26rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 0 2rem; }
.charts .lying { font-size: 13px; }
.chart .drawing { margin-block: 0.4rem; }
.bar { fill: var(--accent); }
.unknown { stroke: var(--soft); stroke-width: 1.5; }
#comparison .drawing { max-inline-size: 30rem; margin-block: 1rem; font-size: 13px; }
.interval { stroke: var(--accent); stroke-width: 2; }
.estimate { fill: var(--accent); stroke: var(--card); stroke-width: 1.5; }

.scrolls { overflow-x: auto; margin-block: 0.5rem; }
table { overflow-wrap: normal; border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 0.93rem; }
caption { text-align: start; color: var(--soft); padding-block-end: 0.3rem; }
th, td { padding: 0.3rem 0.9rem 0.3rem 0; padding-inline: 0 1rem; text-align: start; vertical-align: top; border-block-end: 1px solid var(--edge); }
thead th { font-weight: 600; color: var(--soft); }
tbody th { font-weight: 500; min-inline-size: 7rem; }
summary { cursor: pointer; padding-block: 0.45rem; color: var(--accent); }
summary h3 { display: inline; margin: 0; }
.page { border-block-start: 1px solid var(--edge); }
.page[open] { padding-block-end: 1rem; }
.as-table summary { font-size: 0.9rem; }
.sources { font-size: 0.9rem; color: var(--soft); }

.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 0 2rem; margin-block: 0.75rem; }
.facts div { padding-block: 0.4rem; border-block-end: 1px solid var(--edge); }
.facts dt { color: var(--soft); font-size: 0.9rem; }
.facts dd { margin: 0; font-weight: 600; }
.last-cramps li { padding-block: 0.4rem; border-block-end: 1px solid var(--edge); }
.when { font-weight: 600; font-variant-numeric: tabular-nums; margin-inline-end: 0.75rem; }
.note { display: block; color: var(--soft); font-style: italic; }

@media screen and (max-width: 56rem) {
  .months { grid-template-columns: repeat(3, 1fr); }
}
@media screen and (max-width: 40rem) {
  body { padding-block-start: 1rem; }
  section { padding: 1rem; margin-inline: -0.5rem; }
  .evening li { grid-template-columns: 1fr auto; }
  .evening .time { grid-column: 1 / -1; }
  .caution { grid-column: 1 / -1; }
  .months { grid-template-columns: 1fr 1fr; gap: 0.9rem; }
}

/* Two pages of paper: the overview, and the page for the doctor. What does not fit is left out line by line. */
@page { size: A4; margin: 12mm; }
@media print {
  :root { --paper: #ffffff; }
  body { padding: 0; max-inline-size: none; font-size: 9pt; line-height: 1.35; }
  nav, .skip, details, #steps, #guide, #nothing-yet, .charts, #comparison .drawing, #comparison .scrolls, .hint { display: none; }
  header { max-block-size: 18mm; margin-block-end: 1.5mm; overflow: hidden; }
  h1 { font-size: 16pt; margin: 0; }
  h2 { font-size: 12pt; margin-block: 0 0.5mm; }
  p { margin-block: 0.5mm; max-inline-size: none; }
  section { border: 0; border-radius: 0; padding: 0; margin: 0 0 3mm; background: none; break-inside: avoid; }
  .overview { block-size: 253mm; display: flex; flex-direction: column; overflow: hidden; }
  /* Where texts are long, the lines of strength are drawn smaller. */
  .overview section { flex: none; }
  .overview #strength { flex: 0 1 auto; min-block-size: 0; display: flex; flex-direction: column; }
  #strength > * { flex: none; }
  #strength > .wide { flex: 0 1 auto; min-block-size: 22mm; }
  .evening { display: flex; flex-flow: column wrap; max-block-size: 38mm; gap: 0 8mm; align-content: flex-start; overflow: hidden; }
  .evening li { inline-size: calc(50% - 4mm); grid-template-columns: 25mm 1fr auto; gap: 0; padding-block: 0.4mm; }
  .what { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
  .caution { grid-column: 1 / -1; padding: 0 1.5mm; margin-block: 0.2mm; font-size: 7.5pt; line-height: 1.25; }
  .months { grid-template-columns: repeat(6, 1fr); gap: 1.5mm 4mm; }
  ul.months { margin-block: 1.5mm 0; }
  .legend { gap: 0 4mm; font-size: 8pt; }
  .sample { inline-size: 3mm; block-size: 3mm; }
  .month-name { font-size: 8pt; }
  .drawing.wide { max-block-size: 49mm; }
  .quarters { grid-template-columns: repeat(4, 1fr); gap: 5mm; }
  #cramps h3 { display: none; }
  .verdict { font-size: 9pt; }
  .doctor {
    break-before: page; block-size: 268mm; margin: 0; display: flex; flex-direction: column; overflow: hidden;
  }
  .facts { grid-template-columns: 1fr 1fr; gap: 0 8mm; margin-block: 2mm; }
  .facts div { padding-block: 0.8mm; }
  .facts dt { font-size: 8.5pt; }
  .doctor h3 { margin-block: 2mm 0; font-size: 11pt; }
  .last-cramps { flex: 1; min-block-size: 0; display: flex; flex-flow: column wrap; align-content: flex-start; overflow: hidden; }
  .last-cramps li { inline-size: 100%; padding-block: 0.8mm; }
  .note { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
  svg, .caution { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";

}  // namespace

std::string_view report_style() {
  return report_css;
}

}  // namespace calmcalf::cli
