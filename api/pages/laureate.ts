// One laureate: the name in every language it is known in, what it was given, and on what the record rests.
import { findPublicPhoto } from '../../db/laureate-files.ts';
import { findPublicCeremony } from '../../db/read-models/ceremony-views.ts';
import { findProgramme } from '../../db/read-models/programmes.ts';
import { findEditions, findRecord, type RecordedLaureate } from '../../db/read-models/public-record.ts';
import { findPublicLaureates, type PublicCycle, type PublicLaureate } from '../../db/read-models/public-views.ts';
import { notFound } from '../problem.ts';
import { type Award, categoryName, countryName, getAward } from './awards.ts';
import { dayAt, yearOf } from './dates.ts';
import { crumbs, factList } from './edition.ts';
import { type Html, html, type Part } from './html.ts';
import { basisOf, editionName, laureatePath, revocation, sourceLinks } from './laureate-list.ts';
import type { Page, Visit } from './page.ts';
import type { Reader } from './reader.ts';
import { talkTopics } from './talk.ts';

export async function laureatePage(visit: Visit): Promise<Page> {
  const { reader, services, params } = visit;
  const { award, cycles } = await getAward(visit);
  const [row] = await findRecord(services.db, award.key, { key: params.laureate ?? '', limit: 1 });
  if (row === undefined || String(row.edition ?? 'not-stated') !== params.edition) throw notFound();
  const [announced, others, editions] = await Promise.all([
    findAnnounced(visit, row, cycles),
    findRecord(services.db, award.key, { organisationId: row.organisationId, limit: 50 }),
    findEditions(services.db, award.key, { limit: 1, after: (row.edition ?? 0) + 1 }),
  ]);
  const edition = editions.find(({ number }) => number === row.edition);
  const photo = announced === null ? undefined : await findPublicPhoto(services.db, row.key);
  const name = reader.plain(row.names);
  const when = edition === undefined ? reader.say('editionNotStated') : editionName(reader, edition);
  return {
    title: name,
    description: reader.say('laureateAbout', { name, award: reader.plain(award.names), edition: when }),
    path: `/laureates/${award.key}/${row.edition ?? 'not-stated'}/${encodeURIComponent(row.key)}`,
    languages: [...new Set([...Object.keys(award.names), ...Object.keys(row.names)])],
    body: html`<article>
${crumbs(reader, award, edition === undefined ? undefined : html`<a href="${reader.href(`/laureates/${award.key}/${edition.number}`)}">${when}</a>`)}
<h1>${reader.text(row.names)}</h1>
<p class="lead">${countryName(reader, award, row.country)} · ${categoryName(reader, award, row.category)}</p>
${revocation(reader, row)}
${photo && html`<figure><img src="/api/v1/public/laureates/${row.key}/photo" alt="${name}"><figcaption>${photo.credit}</figcaption></figure>`}
${announced?.laureate.note && html`<p class="citation">${reader.text(announced.laureate.note)}</p>`}
${factList(reader, [
  [reader.say('names'), allNames(row)],
  ...present(reader, row),
  [reader.say('award'), reader.text(award.names)],
  [reader.say('edition'), edition === undefined ? null : when],
  [reader.say('year'), row.year === null ? null : yearOf(reader, row.year)],
  [reader.say('country'), countryName(reader, award, row.country)],
  [reader.say('category'), categoryName(reader, award, row.category)],
  [reader.say('basis'), basisOf(reader, row)],
  ...(announced === null ? [] : announcement(reader, announced)),
  ...optional(reader.say('printed'), row.printed),
  ...optional(reader.say('note'), row.note),
  ...(row.basis === 'published'
    ? []
    : [[reader.say('sources'), row.sources.length === 0 ? null : sourceLinks(row.sources)] satisfies [string, Part]]),
])}
${announced?.talk ?? null}
${otherAwards(reader, award, row, others)}
</article>`,
  };
}

type Fact = [term: string, said: Part];
const optional = (term: string, said: string | null): Fact[] => (said === null ? [] : [[term, said]]);

const allNames = ({ names }: RecordedLaureate): Html => html`<ul class="plain">
${Object.entries(names).map(
  ([language, name]) => html`<li lang="${language}">${name}</li>
`,
)}</ul>`;

/** As it is called now, where that is another name. */
const present = (reader: Reader, { names, present: now }: RecordedLaureate): Fact[] =>
  Object.values(now).every((name) => Object.values(names).includes(name))
    ? []
    : [[reader.say('presentName'), reader.text(now)]];

type Announced = { laureate: PublicLaureate; zone: string; conferredAt: string | null; talk: Html | null };

async function findAnnounced(
  { services, reader }: Visit,
  row: RecordedLaureate,
  cycles: PublicCycle[],
): Promise<Announced | null> {
  if (row.basis !== 'published') return null;
  for (const cycle of cycles.filter(({ number }) => number === row.edition)) {
    const found = await findPublicLaureates(services.db, cycle.cycleId, reader.page);
    const laureate = found?.find(({ laureateId }) => laureateId === row.key);
    if (laureate === undefined) continue;
    const ceremony = await findPublicCeremony(services.db, cycle.cycleId);
    const conferredAt = ceremony?.laureates.find(({ laureateId }) => laureateId === row.key)?.conferredAt ?? null;
    return {
      laureate,
      conferredAt,
      zone: ceremony?.plan?.zone ?? cycle.zone,
      talk: await talkOf({ services, reader }, row.key, cycle),
    };
  }
  return null;
}

const announcement = (reader: Reader, { laureate, zone, conferredAt }: Announced): Fact[] => [
  [reader.say('published'), dayAt(reader, laureate.publishedAt, zone)],
  ...(laureate.correctedAt === null
    ? []
    : [[reader.say('corrected'), dayAt(reader, laureate.correctedAt, zone)] satisfies Fact]),
  ...(conferredAt === null ? [] : [[reader.say('conferred'), dayAt(reader, conferredAt, zone)] satisfies Fact]),
];

async function talkOf(
  { services, reader }: Pick<Visit, 'services' | 'reader'>,
  laureateId: string,
  { forums }: PublicCycle,
): Promise<Html | null> {
  for (const { forumId, name, released } of forums) {
    const programme = released ? await findProgramme(services.db, forumId, 'public') : null;
    const all = [...(programme?.entries.map(({ talk }) => talk) ?? []), ...(programme?.unplaced ?? [])];
    const talk = all.find((one) => one.laureateId === laureateId);
    if (talk !== undefined)
      return html`<section>
<h2>${reader.say('atTheForum')}</h2>
<p><a href="${reader.href(`/forums/${forumId}`)}">${reader.text(name)}</a></p>
${talkTopics(reader, talk)}
</section>`;
  }
  return null;
}

function otherAwards(reader: Reader, award: Award, row: RecordedLaureate, all: RecordedLaureate[]): Html | null {
  const others = all.filter(({ key }) => key !== row.key);
  if (others.length === 0) return null;
  return html`<section>
<h2>${reader.say('otherAwards')}</h2>
<ul class="lines">
${others.map(
  (
    other,
  ) => html`<li><a href="${laureatePath(reader, award, other)}">${reader.text(other.names)}</a> <span>${other.year === null ? reader.say('editionNotStated') : yearOf(reader, other.year)}</span> <span class="muted">${categoryName(reader, award, other.category)}</span></li>
`,
)}</ul>
</section>`;
}
