// After a release: one scorecard for each pair that can have one.
import { heartbeat } from '@temporalio/activity';
import type { Db } from '../db/database.ts';
import { loadState } from '../db/execute.ts';
import { findPairsToAssign } from '../db/read-models/process-panel-views.ts';
import { cycleStream } from '../domain/cycle/state.ts';
import { rubricOf } from '../domain/definition-queries.ts';
import { panelStream } from '../domain/panel/state.ts';
import { issue, refusalCode } from './commands.ts';

/** What may have changed since the pairs were read; the next look shows it. */
const passing = ['conflict', 'invitation-not-accepted', 'not-on-panel', 'scoring-closed'];

export async function assignScorecards(
  db: Db,
  { cycleId, group }: { cycleId: string; group: string },
): Promise<{ assigned: number }> {
  const [{ state: panel }, { state: cycle }] = await Promise.all([
    loadState(db, panelStream(cycleId, group)),
    loadState(db, cycleStream(cycleId)),
  ]);
  if (panel.status !== 'scoring' || cycle.status === 'none') return { assigned: 0 };
  const criteria = rubricOf(cycle.definition, panel.category).criteria.map(({ key }) => key);
  let assigned = 0;
  for (const { nominationId, judgeId } of await findPairsToAssign(db, cycle, panel)) {
    const entry = panel.entries.find((candidate) => candidate.nominationId === nominationId);
    if (entry === undefined) continue;
    const { country, category, version: dossierVersion } = entry;
    const data = {
      cycleId,
      group,
      nominationId,
      judgeId,
      round: panel.round,
      country,
      category,
      dossierVersion,
      criteria,
    };
    const about = `${nominationId}/${judgeId}/${panel.round}`;
    try {
      await issue(db, { step: 'assign', about, command: { type: 'AssignScorecard', data } });
      assigned += 1;
    } catch (error) {
      if (!passing.includes(refusalCode(error) ?? '')) throw error;
    }
    heartbeat({ assigned });
  }
  return { assigned };
}
