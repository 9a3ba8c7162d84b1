// How many Temporal events each process of a cycle has taken: what operators see, not part of the API.
import { Client, Connection } from '@temporalio/client';
import { namespace } from '../temporal.ts';

/** Runs of one process count together. @returns rows in the order of their type. */
export async function eventsByProcess(
  address: string,
  cycleId: string,
): Promise<{ type: string; processes: number; runs: number; events: number }[]> {
  const connection = await Connection.connect({ address });
  try {
    const { workflow } = new Client({ connection, namespace });
    const types = new Map<string, { ids: Set<string>; runs: number; events: number }>();
    for await (const run of workflow.list({ query: `AwardsCycleId = '${cycleId}'` })) {
      const row = types.get(run.type) ?? { ids: new Set(), runs: 0, events: 0 };
      row.ids.add(run.workflowId);
      // A list counts the events of what has ended only.
      const { historyLength = 0 } =
        run.status.name === 'RUNNING' ? await workflow.getHandle(run.workflowId, run.runId).describe() : run;
      types.set(run.type, { ids: row.ids, runs: row.runs + 1, events: row.events + historyLength });
    }
    return [...types]
      .map(([type, { ids, runs, events }]) => ({ type, processes: ids.size, runs, events }))
      .sort((a, b) => (a.type < b.type ? -1 : 1));
  } finally {
    await connection.close();
  }
}
