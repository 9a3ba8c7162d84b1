// The row of a proposal as it is asked for; a solver's run takes it from there.
import type { Db } from './database.ts';

export type AskedProposal = {
  proposalId: string;
  kind: 'assignment' | 'schedule';
  cycleId: string | null;
  group: string | null;
  forumId: string | null;
  requestedBy: string;
};

/** The run may have made the row before: then it stays as it is. */
export async function noteProposal(db: Db, asked: AskedProposal): Promise<void> {
  await db.read
    .insertInto('proposals')
    .values({
      proposal_id: asked.proposalId,
      kind: asked.kind,
      cycle_id: asked.cycleId,
      panel_group: asked.group,
      forum_id: asked.forumId,
      state: 'requested',
      requested_by: asked.requestedBy,
      requested_at: new Date(),
    })
    .onConflict((conflict) => conflict.column('proposal_id').doNothing())
    .execute();
}
