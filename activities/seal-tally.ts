// After the end of scoring: the sheets that were handed in are counted and sealed.
import type { Db } from '../db/database.ts';
import { loadState } from '../db/execute.ts';
import type { CountedSheet } from '../domain/panel/messages.ts';
import { laterRound } from '../domain/panel/rounds.ts';
import { type Panel, panelStream } from '../domain/panel/state.ts';
import { issue } from './commands.ts';

/**
 * Nothing is handed in any more once scoring is closed. A conflict may still be declared: its sheet does not count, and
 * what was sealed stays as it is.
 */
export async function sealTally(
  db: Db,
  { cycleId, group }: { cycleId: string; group: string },
): Promise<{ sheets: number }> {
  const { state: panel } = await loadState(db, panelStream(cycleId, group));
  if (panel.status !== 'closed') return { sheets: 0 };
  const standing = await removeFallen(db, panel);
  const rows = await db.read
    .selectFrom('scorecards')
    .select(['nomination_id', 'judge_id', 'round', 'version', 'points'])
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .where('round', '=', panel.round)
    .where('status', '=', 'submitted')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('judge_conflicts')
            .select('judge_conflicts.judge_id')
            .where('judge_conflicts.cycle_id', '=', cycleId)
            .whereRef('judge_conflicts.judge_id', '=', 'scorecards.judge_id')
            .whereRef('judge_conflicts.nomination_id', '=', 'scorecards.nomination_id')
            .where('judge_conflicts.status', 'in', ['declared', 'upheld']),
        ),
      ),
    )
    .orderBy('nomination_id')
    .orderBy('judge_id')
    .execute();
  const sheets = rows
    .filter((row) => standing.includes(row.nomination_id))
    .map(
      (row): CountedSheet => ({
        nominationId: row.nomination_id,
        judgeId: row.judge_id,
        round: row.round,
        version: row.version,
        points: Object.fromEntries(
          (row.points ?? []).flatMap(({ criterion, points }) => (points === null ? [] : [[criterion, points]])),
        ),
      }),
    );
  const later = laterRound(panel);
  const about = later === undefined ? group : `${group}/${later}`;
  await issue(db, { step: 'seal', about, command: { type: 'SealTally', data: { cycleId, group, sheets } } });
  return { sheets: sheets.length };
}

/** What was disqualified is not counted, even where the panel has not heard of it. @returns the entries that are left. */
async function removeFallen(db: Db, { cycleId, group, entries }: Panel): Promise<string[]> {
  const ids = entries.map(({ nominationId }) => nominationId);
  if (ids.length === 0) return [];
  const rows = await db.read
    .selectFrom('nominations')
    .select('nomination_id')
    .where('nomination_id', 'in', ids)
    .where('status', '=', 'disqualified')
    .execute();
  const fallen = rows.map((row) => row.nomination_id);
  for (const nominationId of fallen) {
    const data = { cycleId, group, nominationId, reason: 'The nomination was disqualified.' };
    await issue(db, { step: 'remove', about: nominationId, command: { type: 'RemoveEntry', data } });
  }
  return ids.filter((id) => !fallen.includes(id));
}
