// One session, one speaker, one talk of a released programme: each with an address that stays, and a calendar of its own.
import { tellSession, tellTalk } from '../../documents/programme/telling.ts';
import type { Texts } from '../../domain/messages.ts';
import { notFound } from '../problem.ts';
import { categoryName, countryName } from './awards.ts';
import { dayOf } from './dates.ts';
import { factList } from './edition.ts';
import { html, type Part } from './html.ts';
import type { Page, Visit } from './page.ts';
import {
  calendarLink,
  clocks,
  crumbs,
  delayOf,
  forumPath,
  getShown,
  organisationOf,
  roomName,
  type Shown,
  sessionHref,
  speakerHref,
  talkLines,
  themeOf,
} from './programme.ts';
import { talkTopics } from './talk.ts';

export async function sessionPage(visit: Visit): Promise<Page> {
  const shown = await getShown(visit);
  const { reader, programme } = shown;
  const { plan } = programme;
  const session = visit.params.session ?? '';
  const [blockKey, roomKey, ...more] = session.split('~');
  const block = plan.blocks.find(({ key }) => key === blockKey);
  const room = plan.rooms.find(({ key }) => key === roomKey);
  if (block === undefined || room === undefined || more.length > 0) throw notFound();
  const entries = programme.entries.filter((entry) => entry.session === session);
  const theme = plan.themes.find(({ key }) => key === block.theme);
  const staff = tellSession(programme, session, reader.page);
  const title = [theme === undefined ? '' : reader.plain(theme.title), reader.plain(room.name)].filter(Boolean);
  return {
    ...partOf(shown, title.join(', '), ['sessions', session]),
    body: html`${crumbs(shown, reader.plain(room.name))}
<h1>${themeOf(shown, block.key)}</h1>
<p class="lead">${roomName(shown, room.key)}, ${dayOf(reader, plan.day)}</p>
${staff !== '' && html`<p>${staff}</p>`}
${entries.length === 0 ? html`<p class="empty">${reader.say('noTalksInSession')}</p>` : html`${calendarLink(shown, { session })}${talkLines(shown, entries, { room: true })}`}`,
  };
}

export async function speakerPage(visit: Visit): Promise<Page> {
  const shown = await getShown(visit);
  const { reader, programme } = shown;
  const key = visit.params.speaker ?? '';
  const entries = programme.entries.filter(({ talk }) => talk.speaker?.key === key);
  const speaker = entries[0]?.talk.speaker;
  if (speaker === undefined || speaker === null) throw notFound();
  const { name, position, biography } = speaker;
  return {
    ...partOf(shown, name, ['speakers', key]),
    body: html`${crumbs(shown, name)}
<h1>${name}</h1>
${hasWords(position) && html`<p class="lead">${reader.text(position)}</p>`}${hasWords(biography) && html`<p>${reader.text(biography)}</p>`}
${calendarLink(shown, { speaker: key })}
${talkLines(shown, entries)}`,
  };
}

const hasWords = (texts: Texts | null): texts is Texts =>
  texts !== null && Object.values(texts).some((text) => text !== '');

export async function talkPage(visit: Visit): Promise<Page> {
  const shown = await getShown(visit);
  const { reader, programme, award } = shown;
  const { entries, gone, unplaced, plan } = programme;
  const isIt = ({ publicId }: { publicId: string }) => publicId === visit.params.publicId;
  const entry = entries.find(({ talk }) => isIt(talk));
  const left = gone.find(({ talk }) => isIt(talk));
  const talk = entry?.talk ?? left?.talk ?? unplaced.find(isIt);
  if (talk === undefined) throw notFound();
  const { title } = tellTalk(programme, talk, reader.page);
  const { speaker } = talk;
  const rows: [string, Part][] = [
    ...(entry === undefined ? [] : whenAndWhere(shown, entry)),
    ...(talk.organisation === null
      ? []
      : [[reader.say('organisation'), organisationOf(shown, talk)] satisfies [string, Part]]),
    [reader.say('country'), countryName(reader, award, talk.country)],
    [reader.say('category'), categoryName(reader, award, talk.category)],
    ...(speaker === null
      ? []
      : [
          [reader.say('presenter'), html`<a href="${speakerHref(shown, speaker.key)}">${speaker.name}</a>`] satisfies [
            string,
            Part,
          ],
        ]),
  ];
  return {
    ...partOf(shown, title, ['talks', talk.publicId]),
    body: html`${crumbs(shown, title)}
<h1>${title}</h1>
${entry === undefined && html`<p class="state">${reader.say(left === undefined ? 'unplaced' : 'talkGone')}</p>`}
${factList(reader, rows)}
${talk.organisation === null && html`<p>${reader.say('underEmbargo')}</p>`}
${talkTopics(reader, { ...talk, speaker: null }, { whole: true })}
${entry !== undefined && calendarLink(shown, { talk: talk.publicId })}
<p class="muted">${reader.text(plan.name)}, ${reader.text(plan.venue)}</p>`,
  };
}

function whenAndWhere(shown: Shown, entry: Shown['programme']['entries'][number]): [string, Part][] {
  const { place, session } = entry;
  const { reader, programme } = shown;
  const { plan } = programme;
  const when = clocks(reader, plan.zone, place.startsAt, place.endsAt);
  return [
    [
      reader.say('day'),
      html`${dayOf(reader, plan.day)}, ${when} <span class="zone">(${plan.zone})</span>${delayOf(shown, entry)}`,
    ],
    [reader.say('room'), html`<a href="${sessionHref(shown, session)}">${roomName(shown, place.room)}</a>`],
    [reader.say('theme'), themeOf(shown, place.block)],
  ];
}

function partOf({ reader, programme }: Shown, title: string, path: string[]): Omit<Page, 'body'> {
  const { plan } = programme;
  return {
    title: `${title} – ${reader.plain(plan.name)}`,
    description: reader.say('forumAbout', { name: reader.plain(plan.name), venue: reader.plain(plan.venue) }),
    path: forumPath(programme, ...path),
    languages: Object.keys(plan.name),
    query: reader.zone === null ? {} : { zone: reader.zone },
  };
}
