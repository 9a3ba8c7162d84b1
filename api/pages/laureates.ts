// The laureates of every award, and of one award over all its editions.
import {
  findEditions,
  findRecord,
  placeOf,
  type RecordedEdition,
  type RecordedLaureate,
} from '../../db/read-models/public-record.ts';
import { cursorKey, paged } from '../answer.ts';
import { type Award, findAwardsOnRecord, getAward } from './awards.ts';
import { dayOf } from './dates.ts';
import { type Html, html } from './html.ts';
import { countOf, editionName, laureateLists } from './laureate-list.ts';
import type { Page, Visit } from './page.ts';
import type { Reader } from './reader.ts';

export async function laureatesPage(visit: Visit): Promise<Page> {
  const { reader } = visit;
  const { record } = await findAwardsOnRecord(visit);
  return {
    title: reader.say('laureates'),
    description: reader.say('laureatesAbout'),
    path: '/laureates',
    body: html`<h1>${reader.say('laureates')}</h1>
<p class="lead">${reader.say('laureatesAbout')}</p>
${record.length === 0 && html`<p class="empty">${reader.say('noRecord')}</p>`}
${record.map(
  ({ award, editions }) => html`<section>
<h2><a href="${reader.href(`/laureates/${award.key}`)}">${reader.text(award.names)}</a></h2>
${editionTable(reader, award, editions)}
</section>
`,
)}`,
  };
}

/** One line for each edition. */
export const editionTable = (reader: Reader, award: Award, editions: RecordedEdition[]): Html => html`<ul class="lines">
${editions.map(
  (
    edition,
  ) => html`<li><a href="${reader.href(`/laureates/${award.key}/${edition.number}`)}">${editionName(reader, edition)}</a>
<span>${where(reader, edition)}</span> <span class="muted">${countOf(reader, edition)}</span></li>
`,
)}</ul>`;

const where = (reader: Reader, { place, ceremonyDate }: RecordedEdition) =>
  html`${place}${place !== null && ceremonyDate !== null && ', '}${ceremonyDate && dayOf(reader, ceremonyDate)}`;

const perPage = 200;

export async function awardPage(visit: Visit): Promise<Page> {
  const { reader, services, query } = visit;
  const { award } = await getAward(visit);
  const cursor = typeof query.cursor === 'string' ? query.cursor : undefined;
  const after = cursorKey(cursor, ['number', 'text']);
  const [editions, rows] = await Promise.all([
    findEditions(services.db, award.key, { limit: 200, after: undefined }),
    findRecord(services.db, award.key, { limit: perPage + 1, after }),
  ]);
  const { items, next } = paged(rows, perPage, placeOf);
  const name = reader.plain(award.names);
  const path = `/laureates/${award.key}`;
  return {
    title: reader.say('laureatesOf', { award: name }),
    description: reader.say('laureatesAbout'),
    path,
    languages: Object.keys(award.names),
    body: html`<p class="crumbs"><a href="${reader.href('/laureates')}">${reader.say('laureates')}</a></p>
<h1>${reader.text(award.names)}</h1>
<p class="lead">${reader.say('laureatesAbout')}</p>
${editions.length === 0 && items.length === 0 && html`<p class="empty">${reader.say('noRecord')}</p>`}
${editions.filter((edition) => isShown(edition, items, after)).map((edition) => editionSection(reader, award, edition, items))}
${unstated(reader, award, items)}
${next !== null && html`<p><a href="${reader.href(path, { cursor: next })}">${reader.say('more')}</a></p>`}`,
  };
}

/** One that names nobody stands on the first page. */
const isShown = ({ number, named }: RecordedEdition, rows: RecordedLaureate[], after: unknown) =>
  rows.some(({ edition }) => edition === number) || (named === 0 && after === undefined);

const editionSection = (
  reader: Reader,
  award: Award,
  edition: RecordedEdition,
  rows: RecordedLaureate[],
) => html`<section>
<h2><a href="${reader.href(`/laureates/${award.key}/${edition.number}`)}">${editionName(reader, edition)}</a></h2>
<p>${where(reader, edition)}</p>
<p class="muted">${countOf(reader, edition)}</p>
${laureateLists(
  reader,
  award,
  rows.filter((row) => row.edition === edition.number),
  3,
)}
</section>
`;

function unstated(reader: Reader, award: Award, rows: RecordedLaureate[]): Html | null {
  const here = rows.filter(({ edition }) => edition === null);
  if (here.length === 0) return null;
  return html`<section>
<h2>${reader.say('editionNotStated')}</h2>
${laureateLists(reader, award, here, 3)}
</section>`;
}
