// A forum's released schedule: by time or by theme, in the venue's zone and in one that is asked for.
import { timeOfDay } from '../../db/read-models/places.ts';
import {
  findPublicSchedule,
  type PublicCycle,
  type PublicSchedule,
  type PublicTalk,
} from '../../db/read-models/public-views.ts';
import { Id } from '../../domain/messages.ts';
import { notFound } from '../problem.ts';
import { type Award, categoryName, countryName, findAwards } from './awards.ts';
import { clockOf, dayOf, momentOf } from './dates.ts';
import { factList } from './edition.ts';
import { type Html, html } from './html.ts';
import { laureatePath } from './laureate-list.ts';
import type { Page, Visit } from './page.ts';
import type { Reader } from './reader.ts';
import { talkTopics } from './talk.ts';
import { zoneForm } from './zone-form.ts';

type Placed = PublicSchedule['placements'][number];
/** `award`: whose talks they are, where the forum belongs to a cycle. */
type Shown = { reader: Reader; schedule: PublicSchedule; award: Award; edition: number | null };

export async function forumPage(visit: Visit): Promise<Page> {
  const { reader, services, query, params } = visit;
  const forumId = Id.safeParse(params.forumId).data;
  const schedule = forumId === undefined ? null : await findPublicSchedule(services.db, forumId);
  if (schedule === null) throw notFound();
  const { awards, cycles } = await findAwards(visit);
  const cycle = cycles.find(({ cycleId }) => cycleId === schedule.cycleId);
  const shown = { reader, schedule, award: awardOf(awards, cycle), edition: cycle?.number ?? null };
  const { plan } = schedule;
  const byTheme = query.by === 'theme';
  const path = `/forums/${schedule.forumId}`;
  const asked = { ...(byTheme && { by: 'theme' }), ...(reader.zone !== null && { zone: reader.zone }) };
  return {
    title: reader.plain(plan.name),
    description: reader.say('forumAbout', { name: reader.plain(plan.name), venue: reader.plain(plan.venue) }),
    path,
    query: asked,
    languages: Object.keys(plan.name),
    script: 'visitor-zone',
    body: html`<h1>${reader.text(plan.name)}</h1>
${head(shown)}
${zoneForm(reader, plan, { path, asked, known: zonesOf(visit) })}
<nav class="tabs" aria-label="${reader.say('order')}"><ul>
<li><a href="${reader.href(path, { zone: reader.zone })}"${!byTheme && html` aria-current="true"`}>${reader.say('byTime')}</a></li>
<li><a href="${reader.href(path, { by: 'theme', zone: reader.zone })}"${byTheme && html` aria-current="true"`}>${reader.say('byTheme')}</a></li>
</ul></nav>
${byTheme ? themes(shown) : hours(shown)}
${unplaced(shown)}
<p class="muted">${reader.say('release', { number: schedule.release.number, name: schedule.release.name })} ${momentOf(reader, schedule.release.releasedAt, plan.zone)}${schedule.release.note !== '' && html`<br>${schedule.release.note}`}</p>`,
  };
}

const awardOf = (awards: Award[], cycle: PublicCycle | undefined): Award =>
  awards.find(({ key }) => key === cycle?.award) ?? {
    ...{ key: '', names: { en: '' }, categories: [] },
    countries: awards.flatMap(({ countries }) => countries),
  };

/** Of the countries that the installed awards know. */
const zonesOf = ({ services }: Visit): string[] =>
  [...services.definitions.values()].flatMap(({ definition }) =>
    definition.countries.flatMap(({ zone, otherZones }) => [zone, ...otherZones]),
  );

function head({ reader, schedule: { plan }, award }: Shown): Html {
  const { startsAt, endsAt } = timeOfDay(plan, plan.opensAt, plan.closesAt);
  return factList(reader, [
    [reader.say('day'), html`${dayOf(reader, plan.day)}, ${clocks(reader, plan.zone, startsAt, endsAt)}`],
    [reader.say('venue'), reader.text(plan.venue)],
    [reader.say('host'), countryName(reader, award, plan.host)],
    [reader.say('zone'), plan.zone],
  ]);
}

/** By the venue's clock, and by that of the zone asked for; a script may add the visitor's. */
function clocks({ zone: asked }: Reader, zone: string, from: string, to: string): Html {
  const span = (by: string) => `${clockOf(from, by)}–${clockOf(to, by)}`;
  const other = asked !== null && asked !== zone && html` <span class="zone">= ${span(asked)} (${asked})</span>`;
  return html`<span data-from="${from}" data-to="${to}"><time datetime="${from}">${span(zone)}</time>${other}</span>`;
}

type Entry = { from: string; to: string; block: string | null; talks: Placed[]; title: Html | null };

/** Every hour at which something happens, breaks too. */
function hours(shown: Shown): Html {
  const { reader, schedule } = shown;
  const { plan } = schedule;
  const breaks = plan.protectedTimes.map(({ title, startsAt, endsAt }): Entry => {
    const time = timeOfDay(plan, startsAt, endsAt);
    return { from: time.startsAt, to: time.endsAt, block: null, talks: [], title: reader.text(title) };
  });
  const entries = [...breaks, ...slots(schedule.placements)].sort((a, b) => (a.from < b.from ? -1 : 1));
  if (schedule.placements.length === 0 && breaks.length === 0)
    return html`<p class="empty">${reader.say('noTalks')}</p>`;
  return html`<section class="hours">
<h2>${reader.say('schedule')}</h2>
${entries.map((entry, index) => html`${isNewBlock(entries, index) && html`<p class="theme">${themeOf(shown, entry.block)}</p>`}${slot(shown, entry)}`)}
</section>`;
}

const isNewBlock = (entries: Entry[], index: number) =>
  entries[index]?.block !== null &&
  entries.slice(0, index).findLast(({ block }) => block !== null)?.block !== entries[index]?.block;

/** The talks that begin together, whatever their room. */
const slots = (placements: Placed[]): Entry[] =>
  [...Map.groupBy(placements, ({ place }) => `${place.startsAt} ${place.block}`).values()].flatMap((talks) => {
    const [first] = talks;
    return first === undefined
      ? []
      : [{ from: first.place.startsAt, to: first.place.endsAt, block: first.place.block, talks, title: null }];
  });

const slot = (shown: Shown, { from, to, talks, title }: Entry) => html`<div class="slot">
<h3>${clocks(shown.reader, shown.schedule.plan.zone, from, to)}${title !== null && html` ${title}`}</h3>
${
  talks.length > 0 &&
  html`<ul class="rooms">
${talks.map(
  (placed) => html`<li>${roomOf(shown, placed)}${talkOf(shown, placed.talk)}</li>
`,
)}</ul>`
}
</div>
`;

function roomOf({ reader, schedule: { plan } }: Shown, { place }: Placed): Html | null {
  const room = plan.rooms.find(({ key }) => key === place.room);
  return room === undefined
    ? null
    : html`<p class="room">${reader.text(room.name)}${room.sample && html` (${reader.say('sampleRoom')})`}</p>`;
}

function themeOf({ reader, schedule: { plan } }: Shown, blockKey: string | null): Html {
  const block = plan.blocks.find(({ key }) => key === blockKey);
  const theme = plan.themes.find(({ key }) => key === block?.theme);
  return theme === undefined ? html`` : reader.text(theme.title);
}

function themes(shown: Shown): Html {
  const { reader, schedule } = shown;
  const { plan, placements } = schedule;
  return html`${plan.themes.map(({ key, title, points }) => {
    const blocks = plan.blocks.filter(({ theme }) => theme === key).map((block) => block.key);
    const talks = placements.filter(({ place }) => blocks.includes(place.block));
    const said = points[reader.page] ?? points.en ?? Object.values(points)[0] ?? [];
    return html`<section class="hours">
<h2>${reader.text(title)}</h2>
${said.length > 0 && html`<ul>${said.map((point) => html`<li>${point}</li>`)}</ul>`}
${talks.length === 0 && html`<p class="empty">${reader.say('noTalksInTheme')}</p>`}
${slots(talks).map((entry) => slot(shown, entry))}
</section>
`;
  })}`;
}

/** Who is not announced yet has a country and a category, and nothing else. */
function talkOf({ reader, award, edition }: Shown, talk: PublicTalk): Html {
  const { laureateId, organisation, country, category } = talk;
  const from = html`<p class="muted">${countryName(reader, award, country)} · ${categoryName(reader, award, category)}</p>`;
  if (organisation === null) return html`<p class="name">${reader.say('toBeAnnounced')}</p>${from}`;
  const name = reader.text(organisation);
  const link =
    laureateId === null || edition === null
      ? name
      : html`<a href="${laureatePath(reader, award, { edition, key: laureateId })}">${name}</a>`;
  return html`<p class="name">${link}</p>${from}${talkTopics(reader, talk)}`;
}

function unplaced(shown: Shown): Html | null {
  const { reader, schedule } = shown;
  if (schedule.unplaced.length === 0) return null;
  return html`<section>
<h2>${reader.say('unplaced')}</h2>
<ul class="rooms">
${schedule.unplaced.map(
  (talk) => html`<li>${talkOf(shown, talk)}</li>
`,
)}</ul>
</section>`;
}
