// The row of a proposal: what people see of a solver at work, and where they stop it.
import type { Db } from '../db/database.ts';
import type { ProposalDetail } from '../db/tables/processes.ts';

export type ProposalRequest = {
  proposalId: string;
  request?: { kind: 'assignment' | 'schedule'; cycleId: string | null; group: string | null; forumId: string | null };
};
export type ProposalView = { reminders: number[]; kind: 'assignment' | 'schedule' };

/** While it is to be worked out. A run that comes before the row makes it. */
export async function findOpenProposal(db: Db, { proposalId, request }: ProposalRequest): Promise<ProposalView | null> {
  if (request !== undefined)
    await db.read
      .insertInto('proposals')
      .values({
        proposal_id: proposalId,
        kind: request.kind,
        cycle_id: request.cycleId,
        panel_group: request.group,
        forum_id: request.forumId,
        state: 'requested',
        requested_by: 'process',
        requested_at: new Date(),
      })
      .onConflict((conflict) => conflict.column('proposal_id').doNothing())
      .execute();
  const row = await findProposal(db, proposalId);
  return row?.state === 'requested' || row?.state === 'running' ? { reminders: [], kind: row.kind } : null;
}

export const findProposal = (db: Db, proposalId: string) =>
  db.read.selectFrom('proposals').selectAll().where('proposal_id', '=', proposalId).executeTakeFirst();

type Change = {
  state: 'running' | 'proposed' | 'failed';
  progress?: number;
  objective?: number;
  bound?: number | null;
  problem?: string;
  detail?: ProposalDetail;
};

/** What was cancelled stays so. @returns whether the run goes on. */
export async function updateProposal(db: Db, proposalId: string, { detail, ...change }: Change): Promise<boolean> {
  const finished = change.state === 'running' ? null : new Date();
  const { numUpdatedRows } = await db.read
    .updateTable('proposals')
    .set({ ...change, finished_at: finished, ...(detail && { detail: JSON.stringify(detail) }) })
    .where('proposal_id', '=', proposalId)
    .where('state', 'in', ['requested', 'running'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
