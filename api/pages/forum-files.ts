// A programme to take along: calendars, files for apps and tables, paper, and what puts it into another site.
import { talksOf } from '../../documents/programme/day.ts';
import { tellPlace, tellTalk, tellVersion } from '../../documents/programme/telling.ts';
import { type Html, html, sent } from './html.ts';
import type { Page, Visit } from './page.ts';
import { crumbs, fileHref, forumPath, getShown, roomName, type Shown, sessionHref, themeOf } from './programme.ts';

const files = ['ics', 'pdf', 'xlsx', 'json', 'xml'] as const;
const names = { ics: 'fileIcs', pdf: 'filePdf', xlsx: 'fileXlsx', json: 'fileJson', xml: 'fileXml' } as const;

export async function forumFilesPage(visit: Visit): Promise<Page> {
  const shown = await getShown(visit);
  const { reader, programme } = shown;
  const site = visit.services.publicUrl;
  const { plan } = programme;
  return {
    title: `${reader.say('takeAlong')} – ${reader.plain(plan.name)}`,
    description: reader.say('forumAbout', { name: reader.plain(plan.name), venue: reader.plain(plan.venue) }),
    path: forumPath(programme, 'files'),
    languages: Object.keys(plan.name),
    body: html`${crumbs(shown, reader.say('takeAlong'))}
<h1>${reader.say('takeAlong')}</h1>
<p class="lead">${reader.text(plan.name)}</p>
<ul class="lines">
${files.map(
  (
    kind,
  ) => html`<li><a href="${fileHref(shown, kind)}">${reader.say(names[kind])}</a> <span class="muted">${reader.say(`${names[kind]}For`)}</span></li>
`,
)}</ul>
<p>${reader.say('subscribe')}</p>
<p><code>${site}${fileHref(shown, 'ics')}</code></p>
${sessions(shown)}
<section>
<h2>${reader.say('embed')}</h2>
<p>${reader.say('embedFrame')}</p>
${code(reader.say('embedFrameLabel'), frameCode(shown, site))}
<p>${reader.say('embedStill')}</p>
${code(reader.say('embedStillLabel'), stillCode(shown, site))}
</section>`,
  };
}

function sessions(shown: Shown): Html | null {
  const { reader, programme } = shown;
  const keys = [...new Set(programme.entries.map(({ session }) => session))];
  if (keys.length === 0) return null;
  return html`<section>
<h2>${reader.say('oneSession')}</h2>
<ul class="lines">
${keys.map((session) => {
  const [block = '', room = ''] = session.split('~');
  return html`<li><a href="${fileHref(shown, 'ics', { session })}">${themeOf(shown, block)}, ${roomName(shown, room)} (.ics)</a> <a href="${sessionHref(shown, session)}">${reader.say('toSession')}</a></li>
`;
})}</ul>
</section>`;
}

const code = (label: string, text: string): Html =>
  html`<p><label>${label}<br><textarea class="code" readonly rows="6">${text}</textarea></label></p>`;

const frameCode = ({ reader, programme }: Shown, site: string): string =>
  sent(
    html`<iframe src="${site}${forumPath(programme, 'embed')}?lang=${reader.page}" title="${reader.plain(programme.plan.name)}" width="100%" height="600" loading="lazy" style="border:0"></iframe>`,
  );

/** Plain HTML as it stands now: no script, no style, and nothing of it is fetched from here. */
function stillCode({ reader, programme }: Shown, site: string): string {
  const { page } = reader;
  const lines = talksOf(programme)
    .flatMap(({ entries }) => entries)
    .map(({ talk, place }) => {
      const { title, organisation, country } = tellTalk(programme, talk, page);
      const { room } = tellPlace(programme, place, page);
      const whose = organisation === null || organisation === title ? '' : `, ${organisation} (${country})`;
      return html`<li>${place.localStart}–${place.localEnd} ${room}: <a href="${site}${forumPath(programme, 'talks', talk.publicId)}">${title}</a>${whose}</li>
`;
    });
  return sent(html`<section lang="${page}">
<h2><a href="${site}${forumPath(programme)}">${reader.plain(programme.plan.name)}</a></h2>
<p>${programme.plan.day}, ${reader.plain(programme.plan.venue)} (${programme.plan.zone}). ${tellVersion(programme, page)}.</p>
<ul>
${lines}</ul>
</section>`);
}
