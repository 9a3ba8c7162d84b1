// Which entries and sheets of a panel are behind a change of the dossier that leave was given to.
import { nominationStream } from '../../domain/nomination/state.ts';
import type { Panel } from '../../domain/panel/state.ts';
import type { Db } from '../database.ts';
import { loadState } from '../execute.ts';

/** Where the nomination's newest version is the entry's own, nothing was changed, and its stream is not looked into. */
export async function findAmendedEntries(db: Db, { entries }: Panel) {
  const ids = entries.map(({ nominationId }) => nominationId);
  if (ids.length === 0) return [];
  const rows = await db.read
    .selectFrom('nominations')
    .select(['nomination_id', 'version'])
    .where('nomination_id', 'in', ids)
    .where('status', '=', 'forwarded')
    .execute();
  const newest = new Map(rows.map((row) => [row.nomination_id, row.version]));
  const changed = entries.filter(({ nominationId, version }) => (newest.get(nominationId) ?? version) > version);
  const found = changed.map(async ({ nominationId, version }) => {
    const { state } = await loadState(db, nominationStream(nominationId));
    const binding = state.status === 'forwarded' ? state.binding : 0;
    return binding > version ? [{ nominationId, binding }] : [];
  });
  return (await Promise.all(found)).flat();
}

/** Sheets, open or handed in, that name an older version than their entry's. */
export async function findOutdatedSheets(db: Db, { cycleId, group, round, entries }: Panel) {
  const rows = await db.read
    .selectFrom('scorecards')
    .select(['nomination_id', 'judge_id', 'dossier_version'])
    .where('cycle_id', '=', cycleId)
    .where('panel_group', '=', group)
    .where('round', '=', round)
    .where('status', '<>', 'recused')
    .execute();
  return rows.flatMap((row) => {
    const entry = entries.find(({ nominationId }) => nominationId === row.nomination_id);
    return entry !== undefined && entry.version > row.dossier_version
      ? [{ nominationId: row.nomination_id, judgeId: row.judge_id, round, version: entry.version }]
      : [];
  });
}
