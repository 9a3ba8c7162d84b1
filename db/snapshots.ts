// Snapshots of long streams: best effort, keyed by the fold's version, never the truth.
import { sql } from 'kysely';
import type { Fold } from '../domain/decider.ts';
import type { Db } from './database.ts';

const longStream = 200;
/** Raise a kind's number when its fold changes: older snapshots are ignored then. */
const foldVersions: { [kind: string]: number } = { cycle: 5, country: 2, nomination: 2, panel: 3, member: 2, forum: 3 };
const seen = new Set<string>();

export async function readSnapshot<State>(
  db: Db,
  fold: Fold<State>,
  streamId: string,
): Promise<{ state: State; version: number } | undefined> {
  if (!seen.has(streamId)) return undefined;
  const row = await db.read
    .selectFrom('snapshots')
    .select(['state', 'version'])
    .where('stream_id', '=', streamId)
    .where('fold_version', '=', foldVersions[fold.kind] ?? 1)
    .executeTakeFirst();
  return row && { state: row.state as State, version: row.version };
}

/** After a fold of more than 200 events the state is kept; a failure to keep it is no failure. */
export async function writeSnapshot<State>(
  db: Db,
  fold: Fold<State>,
  streamId: string,
  folded: { state: State; version: number },
  read: number,
): Promise<void> {
  if (read <= longStream) return;
  seen.add(streamId);
  const version = foldVersions[fold.kind] ?? 1;
  await sql`insert into snapshots (stream_id, fold_version, version, state)
    values (${streamId}, ${version}, ${folded.version}, ${JSON.stringify(folded.state)}::json)
    on conflict (stream_id, fold_version) do update set version = excluded.version, state = excluded.state where snapshots.version < excluded.version`
    .execute(db.read)
    .catch(() => {});
}
