// What participants who came by link see and say of themselves.
import { z } from 'zod';
import { findForumFacts, findParticipant } from '../../db/read-models/delegation-views.ts';
import type { Services } from '../app.ts';
import { participantTarget, showParticipant } from '../delegations.ts';
import { notFound } from '../problem.ts';
import { get, post } from '../route.ts';
import { ForumOfDelegation, OwnParticulars, ParticipantDone, ParticipantRow } from '../views/delegations.ts';
import { TextsView } from '../views/views.ts';
import { forumOf } from './delegations.ts';
import { changeParticipant } from './participants.ts';

const one = ({ db }: Services, { participantId }: { participantId: string }) => participantTarget(db, participantId);

export const participationRoutes = [
  get({
    path: '/participants/:participantId/own',
    operation: 'ViewOwnParticipation',
    summary: 'What the forum knows of you, and when and where it is',
    response: z.object({
      forum: ForumOfDelegation,
      country: TextsView,
      languages: z.array(z.string()).describe("The country's"),
      participant: ParticipantRow,
    }),
    target: one,
    run: async ({ db, params, target, role }) => {
      const [found, facts] = await Promise.all([
        findParticipant(db, params.participantId),
        findForumFacts(db, target.forumId),
      ]);
      if (found === undefined || facts === undefined || found.status !== 'registered') throw notFound();
      const { place: _place, ...row } = found;
      const country = facts.countries.find(({ iso2 }) => iso2 === found.country);
      const { names = { en: found.country }, languages = ['en'] } = country ?? {};
      return { body: { forum: forumOf(facts), country: names, languages, participant: showParticipant(row, role) } };
    },
  }),
  post({
    path: '/participants/:participantId/own',
    operation: 'DescribeMyself',
    summary: 'Say how you are named, what you need and when you travel',
    body: OwnParticulars,
    response: ParticipantDone,
    target: one,
    run: (context) => {
      const { version, ...content } = context.body;
      return changeParticipant(context, { content, version });
    },
  }),
];
