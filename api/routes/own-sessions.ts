// The sessions that somebody moderates, writes down or interprets, and the run sheet of each.
import { z } from 'zod';
import { findOwnSession, findOwnSessions, type OwnForum, type OwnTalkOf } from '../../db/read-models/own-sessions.ts';
import { runSheet } from '../../documents/programme/run-sheet.ts';
import { Language } from '../../domain/messages.ts';
import { isHelping } from '../../domain/roles.ts';
import { registeredAt, sendAs, slidesIn, staffProgramme } from '../forum-papers.ts';
import { pdfType } from '../printing.ts';
import { notFound, notSignedIn } from '../problem.ts';
import { languageOf } from '../reader.ts';
import { get } from '../route.ts';
import { OwnForumView } from '../views/own-sessions.ts';
import { showLaureateFile } from './laureate-files.ts';

const showTalk = ({ talk, place, slides }: OwnTalkOf) => {
  const { organisation, country, topics, speaker, language, mode } = talk;
  const who = speaker === null ? null : { name: speaker.name, position: speaker.position };
  const said = { place, organisation, country, topics: topics ?? [], speaker: who, language, mode };
  return { ...said, slides: slides.map(showLaureateFile) };
};

function show({ forumId, plan, released, sessions }: OwnForum): z.infer<typeof OwnForumView> {
  const { name, venue, day, zone } = plan;
  return {
    forum: { forumId, name, venue, day, zone, released },
    sessions: sessions.map(({ session, theme, room, time, parts, talks }) => {
      const { localStart, localEnd, startsAt } = time;
      return { session, theme, room, localStart, localEnd, startsAt, parts, talks: talks.map(showTalk) };
    }),
  };
}

export const ownSessionRoutes = [
  get({
    path: '/me/forum-sessions',
    operation: 'ListMySessions',
    summary: 'The sessions that you moderate, write down or interpret, with their talks, speakers and slides',
    response: z.object({ items: z.array(OwnForumView) }),
    run: async ({ db, viewer }) => {
      if (viewer === null) throw notSignedIn();
      const held = viewer.roles.filter(({ role }) => isHelping(role));
      const forums = [...new Set(held.flatMap(({ forum }) => forum ?? []))];
      const found = await Promise.all(forums.map((forumId) => findOwnSessions(db, forumId, viewer.personId)));
      return { body: { items: found.flatMap((one) => (one === null ? [] : [show(one)])) } };
    },
  }),
  get({
    path: '/me/forum-sessions/:forumId/:session/run-sheet',
    operation: 'PrintMyRunSheet',
    summary: 'What happens in a session of your own, minute by minute; before a release as the working copy has it',
    query: z.strictObject({ language: Language.optional(), as: z.enum(['pdf', 'docx']).default('pdf') }),
    response: z.string(),
    json: false,
    media: pdfType,
    run: async ({ db, params, query, viewer, shelf, res }) => {
      if (viewer === null) throw notSignedIn();
      const { forumId, session } = params;
      const holds = viewer.roles.some(({ role, forum }) => isHelping(role) && forum === forumId);
      const own = holds ? await findOwnSession(db, { forumId, session }, viewer.personId) : undefined;
      if (own === undefined) throw notFound();
      const programme = await staffProgramme(db, forumId, {});
      const { room, slides: all } = await slidesIn(db, programme, session.split('~')[1]);
      const slides = all.filter(({ entry }) => entry.session === session);
      const asked = await languageOf({ db }, viewer, query.language);
      const sheet = { programme, room, session, slides, registered: await registeredAt(db, forumId) };
      return sendAs(res, shelf, runSheet(sheet, asked), query.as, `run-sheet-${session.replace('~', '-')}`);
    },
  }),
];
