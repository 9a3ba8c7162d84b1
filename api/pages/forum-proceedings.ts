// The proceedings of a forum as far as they are published, by theme.
import { findPublishedReports } from '../../db/read-models/report-views.ts';
import { askedFirst } from '../../documents/proceedings.ts';
import { nameOfLanguage } from '../../documents/programme/telling.ts';
import { Id } from '../../domain/messages.ts';
import { notFound } from '../problem.ts';
import { rolledUp } from '../proceedings.ts';
import { type Html, html } from './html.ts';
import type { Page, Visit } from './page.ts';
import { crumbs, forumPath, getShown } from './programme.ts';
import type { Reader } from './reader.ts';

export async function forumProceedingsPage(visit: Visit): Promise<Page> {
  const shown = await getShown(visit);
  const { reader, programme } = shown;
  const forumId = Id.safeParse(visit.params.forumId).data;
  if (forumId === undefined) throw notFound();
  const { db } = visit.services;
  const [{ themes }, reports] = await Promise.all([
    rolledUp(db, forumId, 'published', reader.page),
    findPublishedReports(db, forumId),
  ]);
  const { plan } = programme;
  const paper = (format: string) =>
    `/api/v1/public/forums/${forumId}/proceedings-paper?${new URLSearchParams({ format, language: reader.page })}`;
  const list = (label: 'points' | 'recommendations', texts: InLanguages): Html | false =>
    Object.keys(texts).length > 0 &&
    html`<h3>${reader.say(label)}</h3>
${told(reader, texts, (items) => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`)}`;
  return {
    title: `${reader.say('proceedings')} – ${reader.plain(plan.name)}`,
    description: reader.say('forumAbout', { name: reader.plain(plan.name), venue: reader.plain(plan.venue) }),
    path: forumPath(programme, 'proceedings'),
    languages: Object.keys(plan.name),
    body: html`${crumbs(shown, reader.say('proceedings'))}
<h1>${reader.say('proceedings')}</h1>
<p class="lead">${reader.text(plan.name)}</p>
${themes.length === 0 ? html`<p class="empty">${reader.say('noProceedings')}</p>` : html`<p><a href="${paper('pdf')}">PDF</a> · <a href="${paper('docx')}">DOCX</a></p>`}
${themes.map(
  ({ title, summary, points, recommendations, pictures }) => html`<section>
<h2>${reader.text(title)}</h2>
${told(reader, summary, (texts) => html`${texts.map((text) => html`<p>${text}</p>`)}`)}
${list('points', points)}
${list('recommendations', recommendations)}
${pictures.map(
  ({ fileId, caption, credit }) =>
    html`<figure><img src="/api/v1/public/forums/${forumId}/proceedings-pictures/${fileId}" alt="${reader.plain(caption)}" loading="lazy"><figcaption>${reader.text(caption)}${credit !== '' && html` <span class="muted">${credit}</span>`}</figcaption></figure>`,
)}
</section>
`,
)}
${
  reports.length > 0 &&
  html`<section>
<h2>${reader.say('missionReports')}</h2>
<ul class="lines">${reports.map(({ country, names }) => html`<li><a href="/api/v1/public/forums/${forumId}/reports/${country}/pdf">${reader.text(names)} (PDF)</a></li>`)}</ul>
</section>`
}`,
  };
}

type InLanguages = { [language: string]: string[] };

/** What is not in the language of the page says so, and is marked as what it is. */
const told = ({ page, say }: Reader, texts: InLanguages, set: (lines: string[]) => Html): Html[] =>
  askedFirst(texts, page).map(([tag, lines]) =>
    tag === page
      ? set(lines)
      : html`<p class="muted">${say('onlyIn', { language: nameOfLanguage(tag, page) })}</p>
<div lang="${tag}">${set(lines)}</div>`,
  );
