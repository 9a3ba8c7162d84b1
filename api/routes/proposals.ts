// Proposals: what a solver is at, and how to stop it.
import type { Db } from '../../db/database.ts';
import { cancelProposal, findProposalLine } from '../../db/read-models/proposal-views.ts';
import { HttpProblem, notFound } from '../problem.ts';
import { del, get } from '../route.ts';
import { proposalTarget } from '../targets.ts';
import { ProposalView } from '../views/assignments.ts';

async function current(db: Db, proposalId: string) {
  const proposal = await findProposalLine(db, proposalId);
  if (proposal === undefined) throw notFound();
  return { body: proposal };
}

export const proposalRoutes = [
  get({
    path: '/proposals/:proposalId',
    operation: 'ViewProposal',
    summary: 'How far a solver is, and what came of it',
    response: ProposalView,
    target: ({ db }, { proposalId }) => proposalTarget(db, proposalId),
    run: ({ db, params }) => current(db, params.proposalId),
  }),
  del({
    path: '/proposals/:proposalId',
    operation: 'CancelProposal',
    summary: 'Stop a solver; asking again then names this proposal in `replaces`',
    response: ProposalView,
    target: ({ db }, { proposalId }) => proposalTarget(db, proposalId),
    run: async ({ db, params }) => {
      await cancelProposal(db, params.proposalId);
      const reply = await current(db, params.proposalId);
      const { state } = reply.body;
      if (state !== 'cancelled')
        throw new HttpProblem(409, 'proposal-finished', 'The solver has ended already: there is nothing to stop.', {
          allowed: { state },
        });
      return reply;
    },
  }),
];
