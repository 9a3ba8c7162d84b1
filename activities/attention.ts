// Processes that do not get on, for the operators to see.
import { activityInfo } from '@temporalio/activity';
import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

const workflowId = () => activityInfo().workflowExecution?.workflowId ?? 'none';

/** Keeps since when, and counts the tries. */
export async function noteAttention(db: Db, { step, problem }: { step: string; problem: string }, id = workflowId()) {
  await db.read
    .insertInto('process_attention')
    .values({ workflow_id: id, step, problem })
    .onConflict((conflict) =>
      conflict.column('workflow_id').doUpdateSet({ step, problem, tries: sql<number>`process_attention.tries + 1` }),
    )
    .execute();
}

export async function clearAttention(db: Db, id = workflowId()): Promise<void> {
  await db.read.deleteFrom('process_attention').where('workflow_id', '=', id).execute();
}
