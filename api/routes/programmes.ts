// A forum's programme for its makers: the working stage with every name, and what a release would show to whom.
import { z } from 'zod';
import type { ProgrammeTalk } from '../../db/read-models/programme-talks.ts';
import { findProgramme, type ProgrammeEntry } from '../../db/read-models/programmes.ts';
import { findRevealing } from '../../db/read-models/revealing.ts';
import type { Services } from '../app.ts';
import { notFound } from '../problem.ts';
import { get } from '../route.ts';
import { forumTarget } from '../targets.ts';
import { ProgrammeView, RevealingView } from '../views/programmes.ts';

export const oneForum = ({ db }: Services, { forumId }: { forumId: string }) => forumTarget(db, forumId);

/** `copy`: the working copy, not the newest release. */
export const copy = z
  .stringbool({ truthy: ['true'], falsy: ['false'] })
  .default(false)
  .describe('The working copy instead of the newest release');

const talkView = (talk: ProgrammeTalk) => {
  const { publicId, laureateId, country, category, organisation, topics, speaker, status, isPublic } = talk;
  const said = speaker === null ? null : { name: speaker.name };
  return { publicId, laureateId, country, category, organisation, topics, speaker: said, status, isPublic };
};
const entryView = ({ talk, place, session, sequence }: ProgrammeEntry) => ({
  ...{ talk: talkView(talk), place, session, changed: sequence },
});

export const programmeRoutes = [
  get({
    path: '/forums/:forumId/programme',
    operation: 'ViewForum',
    summary: 'The programme with every name, for those who make it: the newest release, or the working copy',
    query: z.strictObject({ copy }),
    response: ProgrammeView,
    target: oneForum,
    run: async ({ db, params, query }) => {
      const programme = await findProgramme(db, params.forumId, 'staff', query);
      if (programme === null) throw notFound();
      const { forumId, release, entries, gone, unplaced } = programme;
      return {
        body: {
          ...{ forumId, release, entries: entries.map(entryView), gone: gone.map(entryView) },
          unplaced: unplaced.map(talkView),
        },
      };
    },
  }),
  get({
    path: '/forums/:forumId/schedule/revealing',
    operation: 'ViewForum',
    summary:
      'What releasing the working copy would show to whom, and whether its own words name somebody under embargo',
    query: z.strictObject({
      written: z.string().max(2_000).default('').describe('The name and the note of the release'),
    }),
    response: RevealingView,
    target: oneForum,
    run: async ({ db, params, query }) => {
      const found = await findRevealing(db, params.forumId, query.written);
      const { named = [], hidden = [], told = [], leaks = [] } = found ?? {};
      return {
        body: {
          ...{ named: named.map(talkView), hidden: hidden.map(talkView), told: told.map(talkView) },
          leaks: leaks.map(({ talk, word }) => ({ talk: talkView(talk), word })),
        },
      };
    },
  }),
];
