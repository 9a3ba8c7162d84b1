// The schedule of a forum: the problem from the store, the plain method's plan.
import type { Db } from '../db/database.ts';
import { loadState } from '../db/execute.ts';
import { findTalkFacts } from '../db/read-models/talk-facts.ts';
import { scheduleProblem } from '../domain/forum/schedule-problem.ts';
import { type Forum, forumStream } from '../domain/forum/state.ts';
import { firstFit } from '../domain/scheduling/first-fit.ts';
import { findProposal } from './proposals.ts';
import { type Solved, solve } from './solve.ts';

export const solveSchedule = (db: Db, { proposalId }: { proposalId: string }): Promise<void> =>
  solve(db, proposalId, async () => {
    const row = await findProposal(db, proposalId);
    if (row?.forum_id == null) return stale;
    const { state: forum } = await loadState(db, forumStream(row.forum_id));
    if (forum.status === 'none') return stale;
    if (forum.requested === proposalId) return propose(db, proposalId, forum);
    return forum.proposed === proposalId ? { command: null, objective: forum.unplaced.length } : stale;
  });

const stale = { problem: 'proposal-stale' } as const;

/** What a release has told people keeps its place where it can. */
async function propose(db: Db, proposalId: string, forum: Forum): Promise<Solved> {
  const talks = await findTalkFacts(db, forum);
  const before = forum.released?.placements ?? forum.placements;
  const { placements, unplaced } = firstFit({ ...scheduleProblem(forum, talks), before });
  return {
    command: { type: 'ProposeSchedule', data: { forumId: forum.forumId, proposalId, placements, unplaced, talks } },
    objective: unplaced.length,
  };
}
