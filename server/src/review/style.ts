/** How the sheet looks, on screen and on paper. Told by lines and marks first: a printer may know no colour. */
export const STYLE = `
@page { size: A4; margin: 16mm 14mm 18mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem; max-width: 62rem; background: #fff; color: #111;
  font: 16px/1.75 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; overflow-wrap: anywhere; font-variant-ligatures: none; }
header { border-bottom: 2px solid #111; margin-bottom: 1.2rem; }
h1 { margin: 0; font-size: 1.7rem; text-align: center; letter-spacing: .15em; }
html:lang(en) h1 { letter-spacing: 0; }
h2 { margin: 1.8rem 0 .6rem; font-size: 1.15rem; break-after: avoid; }
p { margin: 0; }
.name { text-align: center; font-size: 1.1rem; margin: .3rem 0 .8rem; }
.from, .coverage, .legend, .found { font-size: .85rem; margin: .2rem 0; }
.found { font-weight: bold; font-size: .95rem; }
.coverage { margin-bottom: .6rem; }
.gap { display: inline-block; width: 2em; }
code { font: .78em/1 ui-monospace, monospace; color: #555; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; line-height: 1.5; }
.progress th { text-align: left; font-weight: normal; width: 40%; padding: .1rem .6rem .1rem 0; }
.progress .whole th, .progress .whole td { font-weight: bold; }
.progress .said { width: 12em; padding-left: .8rem; white-space: nowrap; }
svg { display: block; width: 100%; height: .7rem; }
svg .blank { fill: #fff; stroke: #111; stroke-width: .6; vector-effect: non-scaling-stroke; }
svg .filled { fill: #555; }
.row { display: grid; grid-template-columns: 2.2rem minmax(0, 1fr) 19rem; column-gap: .8rem; }
.row .line { font: .7rem/2.5 ui-monospace, monospace; color: #888; text-align: right; user-select: none; }
.row > p { white-space: pre-wrap; padding-bottom: .35rem; }
.row .line a { color: inherit; }
.conclusions { list-style: none; margin: 0; padding: 0; font-size: .92rem; } .conclusions li { margin-bottom: .2rem; } .conclusions .number { color: inherit; text-decoration: none; font-weight: bold; }
.decisions { font-weight: bold; margin: .8rem 0 .3rem; }
.rule-name { color: #666; }
.blanks { margin-top: .6rem; width: 100%; } .blanks th:nth-child(3n+1) { width: 3rem; } .blanks th:nth-child(3n) { width: 20%; } .blanks .given { text-align: right; color: #555; }
.heading { font-weight: bold; break-after: avoid; }
.hash { color: #999; font-weight: normal; }
.level1 { font-size: 1.3rem; }
.level2 { font-size: 1.1rem; }
.drawn { grid-column: 1 / 3; width: auto; margin: .3rem 0 .8rem; align-self: start; justify-self: start; }
.grid.drawn .line { border: 0; padding: .25rem .8rem .25rem 0; min-width: 3rem; white-space: nowrap; line-height: 2.1; }
.grid.drawn th { white-space: normal; } .drawn th, .drawn td { overflow-wrap: break-word; }
.drawn td:nth-child(2) { min-width: 4.6rem; }
.wide .drawn { grid-column: 1 / 4; } .wide .drawn td { overflow-wrap: anywhere; } .wide .notes { grid-column: 2 / 4; }
.aside { font-size: .8rem; color: #666; }
mark { background: #fff; color: inherit; text-underline-offset: .25em; text-decoration: underline dotted #444 1.5px; }
mark.warning { background: #fff8dc; text-decoration: underline dashed #8a5a00 1.5px; }
mark.error { background: #fdecea; text-decoration: underline solid #b00020 3px; }
.ref { font: bold .85em/1 sans-serif; vertical-align: .35em; text-decoration: none; color: #111; padding: 0 .1em; }
.ref.error, .note.error .severity { color: #b00020; }
.ref.warning, .note.warning .severity { color: #7a4f00; }
.notes { list-style: none; margin: 0 0 .5rem; padding: 0 0 0 .7rem; border-left: 1px solid #999; font: .78rem/1.55 sans-serif; }
.note { margin-bottom: .3rem; }
.note .number { font-weight: bold; color: inherit; text-decoration: none; }
.note .reason { color: #444; }
.note:target, mark:target { outline: 2px solid #111; }
.grid { width: calc(100% - 2px); }
.grid th, .grid td { border: 1px solid #888; padding: .25rem .4rem; text-align: left; vertical-align: top; }
.grid thead { display: table-header-group; }
.grid th { background: #f2f2f2; white-space: nowrap; }
.grid .right { text-align: right; } .grid .center { text-align: center; }
.grid .n { text-align: right; white-space: nowrap; }
.cited { table-layout: fixed; } .cited th { white-space: normal; }
.cited th:nth-child(1) { width: 6%; } .cited th:nth-child(2), .cited th:nth-child(3) { width: 17%; } .cited th:nth-child(4) { width: 14%; }
.cited th:nth-child(5) { width: 12%; } .cited th:nth-child(7) { width: 7%; }
th::first-letter { text-transform: uppercase; }
.grid small { color: #444; }
.seen { text-align: center !important; }
.tick { display: inline-block; width: 1em; height: 1em; border: 1px solid #111; vertical-align: -.1em; }
section > ul { margin: 0; padding-left: 1.4em; font-size: .9rem; } .note ul { margin: 0; padding-left: 1.2em; }
.sign { border: 1.5px solid #111; padding: .8rem 1rem; break-inside: avoid; }
.choices > span { display: inline-block; margin-right: 2.5em; } .choices .tick { margin-right: .5em; }
.opinion { min-height: 7rem; margin-top: .6rem; }
.names { display: flex; gap: 3rem; } .names span { flex: 1; display: flex; }
.rule { flex: 1; border-bottom: 1px solid #111; }
#sign { break-inside: avoid; } article { break-before: page; } article + article, .drafts + article { margin-top: 4rem; }
.drafts td:nth-child(-n+2) { width: 34%; } .drafts th { white-space: nowrap; }
tr { break-inside: avoid; }
@media (max-width: 44rem) { .row { grid-template-columns: 1.8rem minmax(0, 1fr); } .notes { grid-column: 2; } .drawn { display: block; overflow-x: auto; max-width: 100%; }
  .grid { display: block; overflow-x: auto; } .cited th { min-width: 5em; } .progress .bar { display: none; } }
@media print {
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  mark, .grid th, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .row { grid-template-columns: 1.8rem minmax(0, 1fr); } .notes { grid-column: 2; } .drawn { grid-column: 1 / 3; }
  .row > p { font-size: 9.5pt; line-height: 1.5; padding-bottom: .1rem; } h2 { margin-top: 1.1rem; } .opinion { min-height: 5rem; } .row .notes { font-size: 8pt; }
  .note { break-inside: avoid; } .blanks { font-size: 8.5pt; line-height: 1.3; } .blanks td, .blanks th { padding: .1rem .4rem; }
  .conclusions { font-size: 9.5pt; }
  p { orphans: 2; widows: 2; }
}
`;
