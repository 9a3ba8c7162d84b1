// What a solver is at, for those who asked it: state, progress, what came out, why not.
import type { Db } from '../database.ts';

export type ProposalLine = {
  id: string;
  kind: 'assignment' | 'schedule';
  /** Ids as they stand in URLs. */
  panel: string | null;
  forum: string | null;
  state: 'requested' | 'running' | 'proposed' | 'failed' | 'cancelled';
  progress: number;
  objective: number | null;
  bound: number | null;
  problem: string | null;
  /** Why there is no plan, in sentences. */
  broken: string[];
  requestedAt: string;
  finishedAt: string | null;
};

export async function findProposalLine(db: Db, proposalId: string): Promise<ProposalLine | undefined> {
  const row = await db.read
    .selectFrom('proposals')
    .selectAll()
    .where('proposal_id', '=', proposalId)
    .executeTakeFirst();
  return (
    row && {
      id: row.proposal_id,
      kind: row.kind,
      panel: row.panel_group === null ? null : `${row.cycle_id}~${row.panel_group}`,
      forum: row.forum_id,
      state: row.state,
      progress: row.progress,
      objective: row.objective,
      bound: row.bound,
      problem: row.problem,
      broken: row.detail?.broken ?? [],
      requestedAt: row.requested_at.toISOString(),
      finishedAt: row.finished_at?.toISOString() ?? null,
    }
  );
}

type Asked = {
  proposalId: string;
  kind: 'assignment' | 'schedule';
  cycleId: string | null;
  group: string | null;
  forumId: string | null;
  by: string;
};

/** The process may have been first: then its row learns who asked, and nothing else. */
export async function recordRequest(db: Db, { proposalId, kind, cycleId, group, forumId, by }: Asked): Promise<void> {
  await db.read
    .insertInto('proposals')
    .values({
      proposal_id: proposalId,
      kind,
      cycle_id: cycleId,
      panel_group: group,
      forum_id: forumId,
      state: 'requested',
      requested_by: by,
      requested_at: new Date(),
    })
    .onConflict((conflict) => conflict.column('proposal_id').doUpdateSet({ requested_by: by }))
    .execute();
}

/** Stops what is still worked on; what has ended stays as it is. */
export async function cancelProposal(db: Db, proposalId: string): Promise<void> {
  await db.read
    .updateTable('proposals')
    .set({ state: 'cancelled', finished_at: new Date() })
    .where('proposal_id', '=', proposalId)
    .where('state', 'in', ['requested', 'running'])
    .execute();
}
