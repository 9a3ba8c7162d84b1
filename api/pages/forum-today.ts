// The day of a forum as it runs: by room, with what is late beside what the programme says.
import { findDay } from '../../db/read-models/day-views.ts';
import type { ProgrammeEntry } from '../../db/read-models/programmes.ts';
import { Id } from '../../domain/messages.ts';
import { notFound } from '../problem.ts';
import { type Html, html } from './html.ts';
import type { Page, Visit } from './page.ts';
import { crumbs, forumPath, getShown, noteOf, roomName, type Shown, talkCard, themeOf } from './programme.ts';

export async function forumTodayPage(visit: Visit): Promise<Page> {
  const shown = await getShown(visit);
  const forumId = Id.safeParse(visit.params.forumId).data;
  const day = forumId === undefined ? null : await findDay(visit.services.db, forumId, 'public');
  if (day === null) throw notFound();
  const { reader, programme } = shown;
  const { plan } = programme;
  const rooms = Map.groupBy(day.entries, ({ place }) => place.room);
  return {
    title: `${reader.say('today')} – ${reader.plain(plan.name)}`,
    description: reader.say('forumAbout', { name: reader.plain(plan.name), venue: reader.plain(plan.venue) }),
    path: forumPath(programme, 'today'),
    languages: Object.keys(plan.name),
    body: html`${crumbs(shown, reader.say('today'))}
<h1>${reader.say('today')}</h1>
<p class="lead">${reader.text(plan.name)}</p>
<p class="muted">${reader.say('timesOf', { zone: plan.zone })}</p>
${[...rooms].map(
  ([room, entries]) => html`<section>
<h2>${roomName(shown, room)}</h2>
<ul class="rooms">
${entries.map(
  (entry) => html`<li>${line(shown, entry)}</li>
`,
)}</ul>
</section>
`,
)}`,
  };
}

function line(shown: Shown, { place, talk, running: { late, note, now } }: ProgrammeEntry): Html {
  const { reader } = shown;
  const planned = `${place.localStart}–${place.localEnd}`;
  const when =
    late === 0
      ? html`${planned}`
      : html`<s>${planned}</s> <strong>${now.localStart}–${now.localEnd}</strong> (${reader.say('lateBy', { minutes: late })})`;
  return html`<p class="room">${when} · ${themeOf(shown, place.block)}${late !== 0 && noteOf(note)}</p>${talkCard(shown, talk)}`;
}
