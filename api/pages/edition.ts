// One edition of an award: what is known of it, its laureates, its ceremony and its forums.
import { findPublicCeremony, type PublicCeremony } from '../../db/read-models/ceremony-views.ts';
import { findEditions, findRecord, type RecordedEdition } from '../../db/read-models/public-record.ts';
import type { PublicCycle } from '../../db/read-models/public-views.ts';
import { notFound } from '../problem.ts';
import { type Award, categoryName, countryName, getAward } from './awards.ts';
import { dayOf, momentOf } from './dates.ts';
import { type Html, html, type Part } from './html.ts';
import { countOf, editionName, laureateLists, sourceLinks } from './laureate-list.ts';
import type { Page, Visit } from './page.ts';
import type { Reader } from './reader.ts';

/** By its number, or by the slug or id of its cycle. */
export async function editionPage(visit: Visit): Promise<Page> {
  const { reader, services } = visit;
  const { award, edition, cycle } = await getEdition(visit);
  const [rows, ceremony] = await Promise.all([
    findRecord(services.db, award.key, { edition: edition.number, limit: 10_000 }),
    edition.slug === null ? null : findPublicCeremony(services.db, edition.slug),
  ]);
  const name = editionName(reader, edition);
  return {
    title: `${name} – ${reader.plain(award.names)}`,
    description: `${reader.plain(award.names)}, ${name}. ${countOf(reader, edition)}`,
    path: `/laureates/${award.key}/${edition.number}`,
    languages: Object.keys(award.names),
    body: html`${crumbs(reader, award)}
<h1>${name}</h1>
<p class="lead">${cycle === undefined ? reader.text(award.names) : reader.text(cycle.title)}</p>
<p>${countOf(reader, edition)}</p>
${laureateLists(reader, award, rows, 2)}
<section>
<h2>${reader.say('aboutEdition')}</h2>
${facts(reader, award, edition, ceremony)}
</section>
${forumsOf(reader, cycle)}
<p><a href="${reader.href('/verify')}">${reader.say('verifyLink')}</a></p>`,
  };
}

/** @throws HttpProblem for one that the public record does not have. */
export async function getEdition(
  visit: Visit,
): Promise<{ award: Award; edition: RecordedEdition; cycle: PublicCycle | undefined }> {
  const { award, cycles } = await getAward(visit);
  const named = visit.params.edition ?? '';
  const number = /^\d{1,4}$/.test(named)
    ? Number(named)
    : cycles.find(({ slug, cycleId }) => slug === named || cycleId === named)?.number;
  if (number === undefined) throw notFound();
  const [edition] = await findEditions(visit.services.db, award.key, { limit: 1, after: number + 1 });
  if (edition?.number !== number) throw notFound();
  return { award, edition, cycle: cycles.find(({ slug }) => slug === edition.slug) };
}

export const crumbs = (reader: Reader, award: Award, more?: Part): Html =>
  html`<p class="crumbs"><a href="${reader.href('/laureates')}">${reader.say('laureates')}</a> › <a href="${reader.href(`/laureates/${award.key}`)}">${reader.text(award.names)}</a>${more !== undefined && html` › ${more}`}</p>`;

/** Terms and what is said of them; what is null is said to be not stated. */
export const factList = (reader: Reader, rows: [term: string, said: Part][]): Html => html`<dl class="facts">
${rows.map(
  ([
    term,
    said,
  ]) => html`<div><dt>${term}</dt><dd>${said ?? html`<span class="muted">${reader.say('notStated')}</span>`}</dd></div>
`,
)}</dl>`;

function facts(reader: Reader, award: Award, edition: RecordedEdition, ceremony: PublicCeremony | null): Html {
  const { place, venue, host, mode, theme, categories, nonNominating, sources, note } = edition;
  const plan = ceremony?.plan ?? null;
  const heldAs = plan?.mode ?? mode;
  const countries = (list: string[]) =>
    html`${list.map((iso2, index) => html`${index > 0 && ', '}${countryName(reader, award, iso2)}`)}`;
  return factList(reader, [
    [reader.say('ceremony'), plan === null ? ceremonyDay(reader, edition) : momentOf(reader, plan.startsAt, plan.zone)],
    [reader.say('place'), place],
    [reader.say('venue'), plan?.venue ? reader.text(plan.venue) : venue],
    [reader.say('host'), host && countryName(reader, award, host)],
    [reader.say('mode'), heldAs && reader.say(modeKeys[heldAs])],
    [reader.say('theme'), theme],
    [
      reader.say('categories'),
      categories.length === 0
        ? null
        : html`${categories.map((key, index) => html`${index > 0 && '; '}${categoryName(reader, award, key)}`)}`,
    ],
    [
      reader.say('nonNominating'),
      nonNominating && (nonNominating.length === 0 ? reader.say('none') : countries(nonNominating)),
    ],
    ...(note === null ? [] : [[reader.say('note'), note] satisfies [string, string]]),
    ...(sources.length === 0 ? [] : [[reader.say('sources'), sourceLinks(sources)] satisfies [string, Html]]),
  ]);
}
const modeKeys = { 'in-person': 'inPerson', virtual: 'virtual', hybrid: 'hybrid' } as const;

const ceremonyDay = (reader: Reader, { ceremonyDate, ceremonyTime, zone }: RecordedEdition): Html | null =>
  ceremonyDate === null
    ? null
    : html`${dayOf(reader, ceremonyDate)}${ceremonyTime !== null && html` ${ceremonyTime}`}${ceremonyTime !== null && zone !== null && html` <span class="zone">(${zone})</span>`}`;

function forumsOf(reader: Reader, cycle: PublicCycle | undefined): Html | null {
  const released = cycle?.forums.filter((forum) => forum.released) ?? [];
  if (released.length === 0) return null;
  return html`<section>
<h2>${reader.say('forums')}</h2>
<ul class="lines">
${released.map(
  ({
    forumId,
    name,
    day,
  }) => html`<li><a href="${reader.href(`/forums/${forumId}`)}">${reader.text(name)}</a> <span>${dayOf(reader, day)}</span></li>
`,
)}</ul>
</section>`;
}
