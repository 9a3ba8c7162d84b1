// What the pages of one forum share: the released programme, whose award it is, and how places and talks are written.
import type { ProgrammeTalk } from '../../db/read-models/programme-talks.ts';
import { findProgramme, type Programme, type ProgrammeEntry } from '../../db/read-models/programmes.ts';
import { tellTalk } from '../../documents/programme/telling.ts';
import { Id } from '../../domain/messages.ts';
import { notFound } from '../problem.ts';
import { type Award, categoryName, countryName, findAwards } from './awards.ts';
import { clockOf } from './dates.ts';
import { type Html, html } from './html.ts';
import { laureatePath } from './laureate-list.ts';
import type { Visit } from './page.ts';
import type { Reader } from './reader.ts';
import { talkTopics } from './talk.ts';

/** `award`: whose talks they are, where the forum belongs to a cycle. */
export type Shown = { reader: Reader; programme: Programme; award: Award; edition: number | null };

/** Null while nothing is released. */
export async function findShown(visit: Visit): Promise<Shown | null> {
  const { reader, services, params } = visit;
  const forumId = Id.safeParse(params.forumId).data;
  const programme = forumId === undefined ? null : await findProgramme(services.db, forumId, 'public');
  if (programme === null) return null;
  const { awards, cycles } = await findAwards(visit);
  const cycle = cycles.find(({ cycleId }) => cycleId === programme.cycleId);
  const award = awards.find(({ key }) => key === cycle?.award) ?? {
    ...{ key: '', names: { en: '' }, categories: [] },
    countries: awards.flatMap(({ countries }) => countries),
  };
  return { reader, programme, award, edition: cycle?.number ?? null };
}

/** @throws HttpProblem while nothing is released. */
export async function getShown(visit: Visit): Promise<Shown> {
  const shown = await findShown(visit);
  if (shown === null) throw notFound();
  return shown;
}

export const forumPath = ({ forumId }: Programme, ...more: string[]) => ['/forums', forumId, ...more].join('/');
const zoneOf = ({ zone }: Reader) => ({ zone });
export const sessionHref = ({ reader, programme }: Shown, session: string) =>
  reader.href(forumPath(programme, 'sessions', session), zoneOf(reader));
export const speakerHref = ({ reader, programme }: Shown, key: string) =>
  reader.href(forumPath(programme, 'speakers', key), zoneOf(reader));
export const talkHref = ({ reader, programme }: Shown, { publicId }: ProgrammeTalk) =>
  reader.href(forumPath(programme, 'talks', publicId), zoneOf(reader));

/** Where a file of the programme is fetched, in the page's language. */
export const fileHref = ({ reader, programme }: Shown, kind: string, asked: { [name: string]: string } = {}) =>
  `/api/v1/public/forums/${programme.forumId}/schedule.${kind}?${new URLSearchParams({ ...asked, language: reader.page })}`;

export const crumbs = ({ reader, programme }: Shown, more: string): Html =>
  html`<p class="crumbs"><a href="${reader.href('/forums')}">${reader.say('forums')}</a> › <a href="${reader.href(forumPath(programme), zoneOf(reader))}">${reader.text(programme.plan.name)}</a> › ${more}</p>`;

/** By the venue's clock, and by that of the zone asked for; a script may add the visitor's. */
export function clocks({ zone: asked }: Reader, zone: string, from: string, to: string): Html {
  const span = (by: string) => `${clockOf(from, by)}–${clockOf(to, by)}`;
  const other = asked !== null && asked !== zone && html` <span class="zone">= ${span(asked)} (${asked})</span>`;
  return html`<span data-from="${from}" data-to="${to}"><time datetime="${from}">${span(zone)}</time>${other}</span>`;
}

/** By how much a talk is late, and when it takes place by now; nothing where it is on time. */
export function delayOf({ reader }: Shown, { running: { late, note, now } }: ProgrammeEntry): Html | null {
  if (late === 0) return null;
  return html` · <strong>${reader.say('lateBy', { minutes: late })}: ${now.localStart}–${now.localEnd}</strong>${noteOf(note)}`;
}

/** What was said of a delay, on a line of its own. */
export const noteOf = (note: string) => note !== '' && html`<br><span class="muted">${note}</span>`;

export function themeOf({ reader, programme: { plan } }: Shown, blockKey: string | null): Html {
  const block = plan.blocks.find(({ key }) => key === blockKey);
  const theme = plan.themes.find(({ key }) => key === block?.theme);
  return theme === undefined ? html`` : reader.text(theme.title);
}

export function roomName({ reader, programme: { plan } }: Shown, roomKey: string): Html {
  const room = plan.rooms.find(({ key }) => key === roomKey);
  if (room === undefined) return html`${roomKey}`;
  return html`${reader.text(room.name)}${room.sample && html` (${reader.say('sampleRoom')})`}`;
}

/** A talk where others stand beside it. Who is not announced yet has a country and a category, and nothing else. */
export function talkCard(shown: Shown, talk: ProgrammeTalk): Html {
  const { reader, award } = shown;
  const from = html`<p class="muted">${countryName(reader, award, talk.country)} · ${categoryName(reader, award, talk.category)}</p>`;
  if (talk.organisation === null) return html`<p class="name">${talkLink(shown, talk)}</p>`;
  return html`<p class="name">${organisationOf(shown, talk)}</p>${from}${talkTopics(reader, talk, { talk: talkHref(shown, talk), ...speakerAt(shown, talk) })}`;
}

const speakerAt = (shown: Shown, { speaker }: ProgrammeTalk) =>
  speaker === null ? {} : { speaker: speakerHref(shown, speaker.key) };

export const talkLink = (shown: Shown, talk: ProgrammeTalk): Html =>
  html`<a href="${talkHref(shown, talk)}">${tellTalk(shown.programme, talk, shown.reader.page).title}</a>`;

/** With the way to the laureate's own page, where there is one. */
export function organisationOf({ reader, award, edition }: Shown, { organisation, laureateId }: ProgrammeTalk): Html {
  if (organisation === null) return html``;
  const name = reader.text(organisation);
  if (laureateId === null || edition === null) return name;
  return html`<a href="${laureatePath(reader, award, { edition, key: laureateId })}">${name}</a>`;
}

/** Talks one after the other, each with its time and room: of a session, a speaker, a country. */
export const talkLines = (shown: Shown, entries: ProgrammeEntry[], without: { room?: boolean } = {}): Html =>
  html`<ul class="rooms">
${entries.map((entry) => {
  const { talk, place, session } = entry;
  return html`<li><p class="room">${clocks(shown.reader, shown.programme.plan.zone, place.startsAt, place.endsAt)}${without.room !== true && html` · <a href="${sessionHref(shown, session)}">${roomName(shown, place.room)}</a>`}${delayOf(shown, entry)}</p>${talkCard(shown, talk)}</li>
`;
})}</ul>`;

export const calendarLink = (shown: Shown, asked: { [name: string]: string } = {}): Html =>
  html`<p><a href="${fileHref(shown, 'ics', asked)}">${shown.reader.say('toCalendar')}</a></p>`;
