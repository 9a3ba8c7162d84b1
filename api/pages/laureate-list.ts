// Laureates as lists show them: whose, and on what the record rests.
import type { RecordedEdition, RecordedLaureate } from '../../db/read-models/public-record.ts';
import { type Award, categoryName, countryName } from './awards.ts';
import { dayAt, yearOf } from './dates.ts';
import { type Html, html } from './html.ts';
import type { Reader } from './reader.ts';

/** By category, in the order of the award; in each by country, in protocol order. `level` is that of the headings. */
export function laureateLists(reader: Reader, award: Award, rows: RecordedLaureate[], level: 2 | 3): Html {
  const known = award.categories.map(({ key }) => key);
  const others = rows.map(({ category }) => category).filter((key) => !known.includes(key));
  const order = award.countries.map(({ iso2 }) => iso2);
  const place = ({ country }: RecordedLaureate) => (order.indexOf(country) + order.length + 1) % (order.length + 1);
  return html`${[...new Set([...known, ...others])].map((category) => {
    const here = rows.filter((row) => row.category === category).sort((a, b) => place(a) - place(b));
    if (here.length === 0) return null;
    const name = categoryName(reader, award, category);
    return html`<section class="group">
${level === 2 ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`}
<ul class="cards">
${here.map(
  (row) => html`<li>${card(reader, award, row)}</li>
`,
)}</ul>
</section>
`;
  })}`;
}

const card = (
  reader: Reader,
  award: Award,
  row: RecordedLaureate,
) => html`<p class="name"><a href="${laureatePath(reader, award, row)}">${reader.text(row.names)}</a></p>
<p>${countryName(reader, award, row.country)}</p>
${revocation(reader, row)}
<p class="basis">${basisOf(reader, row)}${row.sources.length === 0 ? null : html` · ${reader.say('sources')}: ${sourceLinks(row.sources)}`}</p>`;

export const laureatePath = (
  reader: Reader,
  { key }: Pick<Award, 'key'>,
  row: Pick<RecordedLaureate, 'edition' | 'key'>,
) => reader.href(`/laureates/${key}/${row.edition ?? 'not-stated'}/${encodeURIComponent(row.key)}`);

export const basisOf = (reader: Reader, { basis }: RecordedLaureate): string =>
  reader.say(basis === 'published' ? 'basisPublished' : basis === 'stated' ? 'basisStated' : 'basisInferred');

/** The record stays, and says so. */
export const revocation = (reader: Reader, { revoked }: Pick<RecordedLaureate, 'revoked'>): Html | null =>
  revoked &&
  html`<p class="revoked">${reader.say('revoked')} ${dayAt(reader, revoked.at, 'UTC')}${revoked.note && html`: ${reader.text(revoked.note)}`}</p>`;

/** By the name of the site alone; the whole address is behind it, and printed. */
export const sourceLinks = (sources: string[]): Html =>
  html`${sources.map((source, index) => html`${index > 0 && ', '}${sourceLink(source)}`)}`;

function sourceLink(source: string): Html {
  if (!/^https?:\/\//.test(source) || !URL.canParse(source)) return html`${source}`;
  return html`<a class="source" href="${source}" rel="noopener nofollow">${new URL(source).hostname}</a>`;
}

/** Which edition it was, with its year. */
export function editionName(reader: Reader, { number, year }: Pick<RecordedEdition, 'number' | 'year'>): string {
  return reader.say('editionOf', {
    number: reader.page === 'en' ? ordinal(number) : number,
    year: yearOf(reader, year),
  });
}

const endings: { [rule: string]: string } = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
export const ordinal = (number: number): string =>
  number + (endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(number)] ?? 'th');

/** How many there were and how many are named: what is not stated is not made up. */
export function countOf(reader: Reader, { laureateCount: count, named, slug }: RecordedEdition): string {
  if (count === null && named === 0) return reader.say(slug === null ? 'countUnknown' : 'notYet');
  if (count === null) return reader.say(slug === null ? 'namedOfUnknown' : 'namedHere', { named });
  return reader.say(named === 0 ? 'countKnownNamesNot' : 'namedOfCount', { count, named });
}
