// A forum's released programme: by time, by theme or by country, in the venue's zone and in one that is asked for.
import { timeOfDay } from '../../db/read-models/places.ts';
import { findPlannedForum } from '../../db/read-models/public-views.ts';
import type { ForumPlan } from '../../domain/forum/messages.ts';
import { Id } from '../../domain/messages.ts';
import { notFound } from '../problem.ts';
import { countryName, findAwards } from './awards.ts';
import { dayOf, momentOf } from './dates.ts';
import { factList } from './edition.ts';
import { byCountry, byTheme, byTime } from './forum-orders.ts';
import { type Html, html } from './html.ts';
import type { Page, Visit } from './page.ts';
import { calendarLink, clocks, findShown, forumPath, type Shown, talkCard } from './programme.ts';
import { zoneForm } from './zone-form.ts';

const orders = { time: byTime, theme: byTheme, country: byCountry };
const labels = { time: 'byTime', theme: 'byTheme', country: 'byCountry' } as const;
type Order = keyof typeof orders;
const isOrder = (order: unknown): order is Order => typeof order === 'string' && Object.hasOwn(orders, order);

export async function forumPage(visit: Visit): Promise<Page> {
  const { reader, query } = visit;
  const shown = await findShown(visit);
  if (shown === null) return plannedPage(visit);
  const { plan, forumId, release } = shown.programme;
  const order: Order = isOrder(query.by) ? query.by : 'time';
  const path = `/forums/${forumId}`;
  const asked = { ...(order !== 'time' && { by: order }), ...(reader.zone !== null && { zone: reader.zone }) };
  return {
    ...pageOf(visit, plan, path),
    query: asked,
    script: 'visitor-zone',
    body: html`<h1>${reader.text(plan.name)}</h1>
${head(visit, plan, countryName(reader, shown.award, plan.host))}
${calendarLink(shown)}
<p><a href="${reader.href(forumPath(shown.programme, 'files'))}">${reader.say('takeAlong')}</a> · <a href="${reader.href(forumPath(shown.programme, 'today'))}">${reader.say('today')}</a> · <a href="${reader.href(forumPath(shown.programme, 'proceedings'))}">${reader.say('proceedings')}</a></p>
${zoneForm(reader, plan, { path, asked, known: zonesOf(visit) })}
${tabs(shown, path, order)}
${orders[order](shown)}
${unplaced(shown)}
${release !== null && html`<p class="muted">${reader.say('release', { number: release.number, name: release.name })} ${momentOf(reader, release.releasedAt, plan.zone)}${release.note !== '' && html`<br>${release.note}`}<br><a href="${reader.href(forumPath(shown.programme, 'changes'))}">${reader.say('changes')}</a></p>`}`,
  };
}

const tabs = ({ reader }: Shown, path: string, order: Order): Html =>
  html`<nav class="tabs" aria-label="${reader.say('order')}"><ul>
${(['time', 'theme', 'country'] as const).map(
  (
    one,
  ) => html`<li><a href="${reader.href(path, { by: one === 'time' ? null : one, zone: reader.zone })}"${one === order && html` aria-current="true"`}>${reader.say(labels[one])}</a></li>
`,
)}</ul></nav>`;

const pageOf = ({ reader }: Visit, plan: ForumPlan, path: string) => ({
  title: reader.plain(plan.name),
  description: reader.say('forumAbout', { name: reader.plain(plan.name), venue: reader.plain(plan.venue) }),
  path,
  languages: Object.keys(plan.name),
});

/** What stands before the first release: the day and the place, and that the programme is not there yet. */
async function plannedPage(visit: Visit): Promise<Page> {
  const { reader, services, params } = visit;
  const forumId = Id.safeParse(params.forumId).data;
  const plan = forumId === undefined ? undefined : await findPlannedForum(services.db, forumId);
  if (plan === undefined) throw notFound();
  const { awards } = await findAwards(visit);
  const countries = awards.flatMap((award) => award.countries);
  return {
    ...pageOf(visit, plan, `/forums/${forumId}`),
    body: html`<h1>${reader.text(plan.name)}</h1>
${head(visit, plan, countryName(reader, { countries }, plan.host))}
<p class="empty">${reader.say('notReleased')}</p>`,
  };
}

/** Of the countries that the installed awards know. */
const zonesOf = ({ services }: Visit): string[] =>
  [...services.definitions.values()].flatMap(({ definition }) =>
    definition.countries.flatMap(({ zone, otherZones }) => [zone, ...otherZones]),
  );

function head({ reader }: Visit, plan: ForumPlan, host: Html): Html {
  const { startsAt, endsAt } = timeOfDay(plan, plan.opensAt, plan.closesAt);
  return factList(reader, [
    [reader.say('day'), html`${dayOf(reader, plan.day)}, ${clocks(reader, plan.zone, startsAt, endsAt)}`],
    [reader.say('venue'), reader.text(plan.venue)],
    [reader.say('host'), host],
    [reader.say('zone'), plan.zone],
  ]);
}

function unplaced(shown: Shown): Html | null {
  const { reader, programme } = shown;
  if (programme.unplaced.length === 0) return null;
  return html`<section>
<h2>${reader.say('unplaced')}</h2>
<ul class="rooms">
${programme.unplaced.map(
  (talk) => html`<li>${talkCard(shown, talk)}</li>
`,
)}</ul>
</section>`;
}
