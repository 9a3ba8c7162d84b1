// The sessions that somebody moderates, writes down or interprets.
import { z } from 'zod';
import { findOwnSessions, type OwnForum, type OwnTalkOf } from '../../db/read-models/own-sessions.ts';
import { isHelping } from '../../domain/roles.ts';
import { notSignedIn } from '../problem.ts';
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
];
