// The releases of a forum's programme, newest first, with what each changed.
import { type ChangelogLine, findChangelog } from '../../db/read-models/changelogs.ts';
import { notFound } from '../problem.ts';
import { momentOf } from './dates.ts';
import { type Html, html } from './html.ts';
import type { Page, Visit } from './page.ts';
import { clocks, crumbs, forumPath, getShown, roomName, type Shown, talkLink } from './programme.ts';

export async function forumChangesPage(visit: Visit): Promise<Page> {
  const shown = await getShown(visit);
  const { reader, programme } = shown;
  const { plan } = programme;
  const changelog = await findChangelog(visit.services.db, programme.forumId);
  if (changelog === null) throw notFound();
  const first = changelog.releases.at(-1);
  return {
    title: `${reader.say('changes')} – ${reader.plain(plan.name)}`,
    description: reader.say('forumAbout', { name: reader.plain(plan.name), venue: reader.plain(plan.venue) }),
    path: forumPath(programme, 'changes'),
    languages: Object.keys(plan.name),
    query: reader.zone === null ? {} : { zone: reader.zone },
    body: html`${crumbs(shown, reader.say('changes'))}
<h1>${reader.say('changes')}</h1>
<p class="lead">${reader.text(plan.name)}</p>
${changelog.releases.map(
  (release) => html`<section>
<h2>${reader.say('releaseOf', { number: release.number, name: release.name })}</h2>
<p class="muted">${momentOf(reader, release.releasedAt, plan.zone)}</p>
${release.note !== '' && html`<p>${release.note}</p>`}
${release === first ? html`<p>${reader.say('firstRelease', { count: release.changes.length })}</p>` : changeList(shown, release.changes)}
</section>
`,
)}`,
  };
}

function changeList(shown: Shown, changes: ChangelogLine[]): Html {
  const { reader } = shown;
  if (changes.length === 0) return html`<p>${reader.say('nothingMoved')}</p>`;
  return html`<ul class="lines">
${changes.map(
  (change) => html`<li>${talkLink(shown, change.talk)} <span>${whatOf(shown, change)}</span></li>
`,
)}</ul>`;
}

function whatOf(shown: Shown, { from, to }: ChangelogLine): Html {
  const { reader, programme } = shown;
  const place = (placed: NonNullable<ChangelogLine['from']>) =>
    html`${clocks(reader, programme.plan.zone, placed.startsAt, placed.endsAt)} ${roomName(shown, placed.room)}`;
  if (to === null) return html`${reader.say('fellOut')}${from !== null && html` <s>${place(from)}</s>`}`;
  if (from === null) return html`${reader.say('isNew')} ${place(to)}`;
  return html`<s>${place(from)}</s> → ${place(to)}`;
}
