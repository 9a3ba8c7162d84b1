// The front page: what this is, which calls are open, who the laureates are, and the way in.
import { findCalls } from '../../db/read-models/call-views.ts';
import { findPublicForums } from '../../db/read-models/public-views.ts';
import { findAwardsOnRecord } from './awards.ts';
import { callLines } from './calls.ts';
import { forumLines } from './forums.ts';
import { html } from './html.ts';
import { editionTable } from './laureates.ts';
import type { Page, Visit } from './page.ts';

const most = { calls: 20, forums: 3, editions: 3 };

export async function frontPage(visit: Visit): Promise<Page> {
  const { reader, services } = visit;
  const [{ record }, calls, forums] = await Promise.all([
    findAwardsOnRecord(visit),
    findCalls(services.db, { limit: most.calls }),
    findPublicForums(services.db, most.forums),
  ]);
  const open = calls.filter((call) => call.open);
  return {
    title: reader.say('frontTitle'),
    description: reader.say('frontAbout'),
    path: '/',
    languages: [...new Set(record.flatMap(({ award }) => Object.keys(award.names)))],
    body: html`<h1>${reader.say('frontTitle')}</h1>
<p class="lead">${reader.say('frontAbout')}</p>
<p><a class="button" href="/app">${reader.say('signIn')}</a></p>
<section>
<h2>${reader.say('openCalls')}</h2>
${open.length === 0 ? html`<p class="empty">${reader.say('noOpenCalls')}</p>` : callLines(reader, open)}
<p><a href="${reader.href('/calls')}">${reader.say('allCalls')}</a></p>
</section>
<section>
<h2>${reader.say('laureates')}</h2>
${record.length === 0 && html`<p class="empty">${reader.say('noRecord')}</p>`}
${record.map(
  ({
    award,
    editions,
  }) => html`<h3><a href="${reader.href(`/laureates/${award.key}`)}">${reader.text(award.names)}</a></h3>
${editionTable(reader, award, editions.slice(0, most.editions))}
`,
)}</section>
${
  forums.length > 0 &&
  html`<section>
<h2>${reader.say('forums')}</h2>
${forumLines(reader, forums)}
<p><a href="${reader.href('/forums')}">${reader.say('allForums')}</a></p>
</section>`
}`,
  };
}
