// The forums whose schedule was released.
import { findPublicForums, type PublicForum } from '../../db/read-models/public-views.ts';
import { dayOf } from './dates.ts';
import { type Html, html } from './html.ts';
import type { Page, Visit } from './page.ts';
import type { Reader } from './reader.ts';

export async function forumsPage({ reader, services }: Visit): Promise<Page> {
  const forums = await findPublicForums(services.db, 200);
  return {
    title: reader.say('forums'),
    description: reader.say('forumsAbout'),
    path: '/forums',
    body: html`<h1>${reader.say('forums')}</h1>
<p class="lead">${reader.say('forumsAbout')}</p>
${forums.length === 0 ? html`<p class="empty">${reader.say('noForums')}</p>` : forumLines(reader, forums)}`,
  };
}

export const forumLines = (reader: Reader, forums: PublicForum[]): Html => html`<ul class="lines">
${forums.map(
  ({
    forumId,
    name,
    day,
    venue,
  }) => html`<li><a href="${reader.href(`/forums/${forumId}`)}">${reader.text(name)}</a> <span>${dayOf(reader, day)}</span> <span class="muted">${reader.text(venue)}</span></li>
`,
)}</ul>`;
