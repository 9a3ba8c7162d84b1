// After a release: one scorecard for each pair that can have one, on the version of the dossier that judges are to read.
import { heartbeat } from '@temporalio/activity';
import type { Db } from '../db/database.ts';
import { loadState } from '../db/execute.ts';
import { findAmendedEntries, findOutdatedSheets } from '../db/read-models/amended-entries.ts';
import { findPairsToAssign } from '../db/read-models/process-panel-views.ts';
import { cycleStream } from '../domain/cycle/state.ts';
import { rubricOf } from '../domain/definition-queries.ts';
import { endedRounds } from '../domain/panel/rounds.ts';
import { type Panel, panelStream } from '../domain/panel/state.ts';
import { issue, refusalCode } from './commands.ts';

/** What may have changed since the pairs were read; the next look shows it. */
const passing = [
  ...['conflict', 'invitation-not-accepted', 'not-on-panel', 'scoring-closed', 'entry-removed', 'entry-differs'],
  ...['entry-unknown', 'phase-not-open', 'too-late', 'recused', 'round-ended'],
];

export async function assignScorecards(
  db: Db,
  { cycleId, group }: { cycleId: string; group: string },
): Promise<{ assigned: number }> {
  await amendEntries(db, cycleId, group);
  const [{ state: panel }, { state: cycle }] = await Promise.all([
    loadState(db, panelStream(cycleId, group)),
    loadState(db, cycleStream(cycleId)),
  ]);
  if (panel.status !== 'scoring' || cycle.status === 'none') return { assigned: 0 };
  await renewSheets(db, panel);
  const after = endedRounds(panel);
  const criteria = rubricOf(cycle.definition, panel.category, panel.round).criteria.map(({ key }) => key);
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
      ...(after.length > 0 && { after }),
    };
    const about = `${nominationId}/${judgeId}/${panel.round}`;
    if (await tried(issue(db, { step: 'assign', about, command: { type: 'AssignScorecard', data } }))) assigned += 1;
    heartbeat({ assigned });
  }
  return { assigned };
}

/** @returns false where something has changed meanwhile. */
async function tried(done: Promise<unknown>): Promise<boolean> {
  try {
    await done;
    return true;
  } catch (error) {
    if (!passing.includes(refusalCode(error) ?? '')) throw error;
    return false;
  }
}

/** Entries follow their nominations to the version that leave was given to. */
async function amendEntries(db: Db, cycleId: string, group: string): Promise<void> {
  const { state: panel } = await loadState(db, panelStream(cycleId, group));
  if (panel.status !== 'scoring') return;
  for (const { nominationId, binding } of await findAmendedEntries(db, panel)) {
    const command = { type: 'AmendEntry', data: { cycleId, group, nominationId } } as const;
    await tried(issue(db, { step: 'amend', about: `${nominationId}/${binding}`, command }));
    heartbeat({ nominationId });
  }
}

/** Sheets follow their entries: what was handed in is opened again. */
async function renewSheets(db: Db, panel: Panel): Promise<void> {
  for (const { nominationId, judgeId, round, version } of await findOutdatedSheets(db, panel)) {
    const data = { nominationId, judgeId, round, cycleId: panel.cycleId };
    const about = `${nominationId}/${judgeId}/${round}/${version}`;
    await tried(issue(db, { step: 'renew', about, command: { type: 'RenewScorecard', data } }));
    heartbeat({ nominationId });
  }
}
