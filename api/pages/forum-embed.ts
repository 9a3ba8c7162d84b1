// A programme for a frame on another site: the day by the clock, every way out in a tab of its own.
import { byTime } from './forum-orders.ts';
import { html } from './html.ts';
import type { Page, Visit } from './page.ts';
import { forumPath, getShown } from './programme.ts';

export async function forumEmbedPage(visit: Visit): Promise<Page> {
  const shown = await getShown(visit);
  const { reader, programme } = shown;
  const { plan } = programme;
  return {
    title: reader.plain(plan.name),
    description: reader.say('forumAbout', { name: reader.plain(plan.name), venue: reader.plain(plan.venue) }),
    path: forumPath(programme, 'embed'),
    framed: true,
    body: html`<h1>${reader.text(plan.name)}</h1>
${byTime(shown)}
<p class="muted">${reader.say('timesOf', { zone: plan.zone })}</p>`,
  };
}
