// The style sheet of the public pages: light and dark, from narrow phones to paper.
export const style = `
:root {
  --ground: #fff; --raised: #f5f7f9; --line: #d5dce2; --text: #1b2126; --quiet: #535f69; --accent: #175676; --on-accent: #fff; --warn: #8a2c0d;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root { --ground: #14181b; --raised: #1e2428; --line: #39434b; --text: #e7ebee; --quiet: #aab5be; --accent: #8cc8ec; --on-accent: #0d1c26; --warn: #ffb59b; }
}
* { box-sizing: border-box; }
html { font: 100%/1.65 'Noto Sans', 'Noto Sans Thai', 'Noto Sans Khmer', 'Noto Sans Lao', 'Noto Sans Myanmar', system-ui, sans-serif; background: var(--ground); color: var(--text); -webkit-text-size-adjust: 100%; }
body { margin: 0; overflow-wrap: break-word; }
:lang(my), :lang(km), :lang(lo) { line-height: 1.9; }
.top, main, footer { max-width: 70rem; margin: 0 auto; padding: 0 1rem; }
main { padding-bottom: 3rem; }
main:focus { outline: none; }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.5rem; padding-top: .5rem; padding-bottom: .5rem; border-bottom: 1px solid var(--line); }
.brand { margin: 0; font-size: 1.25rem; font-weight: 600; }
.brand a { color: var(--accent); text-decoration: none; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 .25rem; margin: 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding: .5rem .6rem; }
.top nav ul { align-items: center; }
.top nav a { text-decoration: none; }
.top nav a:hover, .brand a:hover { text-decoration: underline; }
nav a[aria-current] { font-weight: 600; color: var(--text); text-decoration: none; box-shadow: inset 0 -2px var(--accent); }
.top nav { margin: 0 -.6rem; }
.languages { font-size: .9rem; }
@media (max-width: 39.99rem) { .brand { flex-basis: 100%; } .top nav { flex-basis: calc(100% + 1.2rem); } }
@media (min-width: 60rem) { .languages { margin-left: auto !important; } }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--ground); }
.skip:focus { left: 0; z-index: 1; }
h1 { margin: 1.5rem 0 .5rem; font-size: clamp(1.5rem, 1.1rem + 1.8vw, 2.25rem); line-height: 1.35; font-weight: 600; }
h2 { margin: 2rem 0 .5rem; font-size: 1.3rem; line-height: 1.4; font-weight: 600; }
h3 { margin: 1.25rem 0 .5rem; font-size: 1.05rem; line-height: 1.5; font-weight: 600; }
p { margin: .5rem 0; max-width: 46rem; }
.lead { font-size: 1.1rem; }
.muted, .zone, .basis { color: var(--quiet); }
.basis, .zone, footer { font-size: .9rem; }
.crumbs { margin: 1rem 0 0; font-size: .9rem; max-width: none; }
.crumbs + h1 { margin-top: .5rem; }
.crumbs a { display: inline-block; padding: .15rem 0; }
.empty { padding: 1rem; background: var(--raised); border-radius: .5rem; }
.button { display: inline-block; padding: .55rem 1.1rem; border-radius: .4rem; background: var(--accent); color: var(--on-accent); font-weight: 600; text-decoration: none; }
.button:hover { text-decoration: underline; }
.cards, .rooms, .lines, .plain, .topics { margin: 0; padding: 0; list-style: none; }
.cards, .rooms { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); gap: .75rem; }
.cards > li, .rooms > li { padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--raised); }
.cards p, .rooms p { margin: .15rem 0; }
.name { font-weight: 600; }
.name a { display: inline-block; padding: .1rem 0; }
.lines > li { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; padding: .5rem 0; border-bottom: 1px solid var(--line); }
.lines > li > a { font-weight: 600; }
.facts { margin: 1.25rem 0; border-top: 1px solid var(--line); }
.facts > div { display: grid; gap: 0 1rem; padding: .5rem 0; border-bottom: 1px solid var(--line); }
@media (min-width: 40rem) { .facts > div { grid-template-columns: 13rem 1fr; } }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.citation { padding-left: 1rem; border-left: 4px solid var(--accent); font-size: 1.1rem; }
.revoked { color: var(--warn); font-weight: 600; }
.state { margin: 1.25rem 0; padding: .5rem 1rem; border: 1px solid var(--line); border-left: 6px solid var(--quiet); border-radius: .5rem; background: var(--raised); }
.state p { max-width: none; }
.state.open { border-left-color: var(--accent); }
details { margin: .5rem 0; border: 1px solid var(--line); border-radius: .5rem; padding: 0 1rem; }
summary { padding: .6rem 0; font-weight: 600; cursor: pointer; }
details ul { margin: 0 0 .75rem; padding-left: 1.25rem; }
.weights { padding: 0; list-style: none; }
.weights li { padding: .3rem 0 .3rem 3rem; }
.weight { float: left; width: 2.2rem; margin-left: -3rem; text-align: right; font-weight: 600; font-variant-numeric: tabular-nums; }
.zones { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: 1rem 0; }
figure { margin: 1rem 0; }
figure img { max-width: 100%; max-height: 24rem; width: auto; height: auto; }
textarea.code { width: 46rem; max-width: 100%; padding: .5rem .75rem; font: .85rem/1.5 ui-monospace, monospace, 'Noto Sans Thai', 'Noto Sans Khmer', 'Noto Sans Lao', 'Noto Sans Myanmar'; color: var(--text); background: var(--raised); border: 1px solid var(--quiet); border-radius: .4rem; }
select, button { min-height: 2.5rem; padding: .3rem .7rem; font: inherit; color: var(--text); background: var(--raised); border: 1px solid var(--quiet); border-radius: .4rem; max-width: 100%; }
button { cursor: pointer; font-weight: 600; }
.zones [role=alert] { flex-basis: 100%; margin: 0; color: var(--warn); }
.tabs { border-bottom: 1px solid var(--line); }
.slot { padding: .25rem 0 .75rem; border-bottom: 1px solid var(--line); }
.slot h3 { margin: .5rem 0; font-variant-numeric: tabular-nums; }
.hours .theme { margin: 1.75rem 0 .25rem; padding: .35rem .75rem; max-width: none; border-left: 4px solid var(--accent); background: var(--raised); font-weight: 600; }
.room { font-size: .9rem; font-weight: 600; color: var(--accent); }
.topic { font-style: normal; }
.topic.other { color: var(--quiet); }
.topics > li + li { margin-top: .5rem; padding-top: .5rem; border-top: 1px dashed var(--line); }
.verify { margin: 1.25rem 0; }
.drop { padding: 1.5rem 1rem; border: 2px dashed var(--quiet); border-radius: .5rem; background: var(--raised); }
.drop.over { border-color: var(--accent); }
.drop label { display: block; margin-bottom: .75rem; font-weight: 600; }
.verify input { font: inherit; color: var(--text); max-width: 100%; }
.verify details input { width: 46rem; min-height: 2.5rem; padding: .3rem .6rem; background: var(--ground); border: 1px solid var(--quiet); border-radius: .4rem; }
.steps { padding: 0; list-style: none; }
.steps li { margin: .5rem 0; padding: .5rem 1rem; border: 1px solid var(--line); border-left: 6px solid var(--quiet); border-radius: .5rem; }
.steps li.passed { border-left-color: var(--accent); }
.steps li.failed { border-left-color: var(--warn); }
.steps li.failed strong { color: var(--warn); }
.steps p { overflow-wrap: anywhere; }
.verdict { font-weight: 600; }
code { overflow-wrap: anywhere; }
footer { padding-top: 1rem; padding-bottom: 2rem; border-top: 1px solid var(--line); color: var(--quiet); }
@media print {
  :root { --ground: #fff; --raised: #fff; --line: #999; --text: #000; --quiet: #333; --accent: #000; --warn: #000; }
  @page { margin: 18mm 15mm; }
  html { font-size: 10.5pt; }
  .top nav, .languages, .skip, .zones, .tabs, .button, .crumbs { display: none; }
  .top { padding-top: 0; }
  .top, main, footer { max-width: none; padding-left: 0; padding-right: 0; }
  a { color: inherit; text-decoration: none; }
  a.source::after { content: ' <' attr(href) '>'; overflow-wrap: anywhere; }
  .cards > li, .rooms > li, .facts > div, .slot, .lines > li { break-inside: avoid; }
  h1, h2, h3, .theme { break-after: avoid; }
}
`;
