// The calls for nominations: those that are open, and those that have closed.
import { type CallLine, findCalls } from '../../db/read-models/call-views.ts';
import { cursorKey, paged } from '../answer.ts';
import { momentOf } from './dates.ts';
import { type Html, html } from './html.ts';
import type { Page, Visit } from './page.ts';
import type { Reader } from './reader.ts';

const perPage = 100;

export async function callsPage({ reader, services, query }: Visit): Promise<Page> {
  const cursor = typeof query.cursor === 'string' ? query.cursor : undefined;
  const after = cursorKey(cursor, ['instant', 'uuid', 'text']);
  const rows = await findCalls(services.db, { limit: perPage + 1, after });
  const { items, next } = paged(rows, perPage, ({ plannedAt, cycleId, iso2 }) => [
    plannedAt.toISOString(),
    cycleId,
    iso2,
  ]);
  const [open, closed] = [items.filter((call) => call.open), items.filter((call) => !call.open)];
  return {
    title: reader.say('calls'),
    description: reader.say('callsAbout'),
    path: '/calls',
    body: html`<h1>${reader.say('calls')}</h1>
<p class="lead">${reader.say('callsAbout')}</p>
<section>
<h2>${reader.say('openCalls')}</h2>
${open.length === 0 ? html`<p class="empty">${reader.say('noOpenCalls')}</p>` : callLines(reader, open)}
</section>
${
  closed.length > 0 &&
  html`<section>
<h2>${reader.say('closedCalls')}</h2>
${callLines(reader, closed)}
</section>`
}
${next !== null && html`<p><a href="${reader.href('/calls', { cursor: next })}">${reader.say('more')}</a></p>`}`,
  };
}

export const callLines = (reader: Reader, calls: CallLine[]): Html => html`<ul class="lines">
${calls.map(
  (
    call,
  ) => html`<li><a href="${reader.href(callPath(call))}">${reader.text(call.names)} – ${reader.text(call.title)}</a>
<span>${call.closesAt !== null && html`${reader.say(call.open ? 'closes' : 'closed')} ${momentOf(reader, call.closesAt.toISOString(), call.zone)}`}</span></li>
`,
)}</ul>`;

export const callPath = ({ cycleId, iso2 }: Pick<CallLine, 'cycleId' | 'iso2'>): string => `/calls/${cycleId}/${iso2}`;
