// The schedule of a forum: the problem from the store, the plain method's plan.
import type { Db } from '../db/database.ts';
import { loadState } from '../db/execute.ts';
import type { TalkFacts } from '../domain/forum/messages.ts';
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
  const talks = await findSpokenTalks(db, forum);
  const before = forum.released?.placements ?? forum.placements;
  const { placements, unplaced } = firstFit({ ...scheduleProblem(forum, talks), before });
  return {
    command: { type: 'ProposeSchedule', data: { forumId: forum.forumId, proposalId, placements, unplaced, talks } },
    objective: unplaced.length,
  };
}

/** Talks that somebody is asked to give or has said to give, of those who are laureates still. */
async function findSpokenTalks(db: Db, { forumId, cycleId }: Forum): Promise<TalkFacts[]> {
  const rows = await db.read
    .selectFrom('talks')
    .select(['laureate_id', 'person_id', 'country', 'category', 'theme', 'windows'])
    .where('forum_id', '=', forumId)
    .where('status', 'in', ['invited', 'confirmed'])
    .where((eb) =>
      cycleId === null
        ? eb.lit(true)
        : eb.exists(
            eb
              .selectFrom('laureates')
              .select('laureates.laureate_id')
              .whereRef('laureates.laureate_id', '=', 'talks.laureate_id')
              .where('current', '=', true),
          ),
    )
    .orderBy('laureate_id')
    .execute();
  return rows.map(({ laureate_id, person_id, country, category, theme, windows }) => ({
    talk: laureate_id,
    person: person_id,
    country,
    category,
    theme,
    available: windows,
  }));
}
