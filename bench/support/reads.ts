// The read path: a stream folded against its rows as text, and projections against the log copied out.
import { randomUUID } from 'node:crypto';
import type { Db } from '../../db/database.ts';
import { execute, loadState } from '../../db/execute.ts';
import { type AsyncProjection, projectOnce } from '../../db/projections.ts';
import { rebuild } from '../../db/rebuild.ts';
import { entry, entryStream, meta, submission } from './entries.ts';
import type { Subject } from './slices.ts';

/** Fetches the same rows without making anything of them, on the same pool. */
const rowsAsText = (db: Db, id: string): Subject => ({
  lanes: 1,
  work: () =>
    db.readPool.query({
      name: 'rows-as-text',
      text: 'select version, type, schema_version, data::text from events where stream_id = $1 order by version',
      values: [id],
      rowMode: 'array',
    }),
});

/** A stream of so many events: folding it, and fetching it. Past 200 events the fold starts from a snapshot. */
export async function foldSubjects(db: Db, cycleId: string, events: number) {
  const stream = entryStream(randomUUID());
  await execute(db, entry, stream, submission(cycleId, { times: events }), meta());
  await loadState(db, stream);
  const fold: Subject = { lanes: 1, work: () => loadState(db, stream) };
  return { fold, floor: rowsAsText(db, stream.id) };
}

const text = `insert into bench_totals (stream_id, version, total)
  select * from unnest($1::text[], $2::int8[], $3::int[]) e (stream_id, version, total)
  on conflict (stream_id) do update set version = excluded.version, total = bench_totals.total + excluded.total
  where bench_totals.version < excluded.version`;
export const totalsTable =
  'create table bench_totals (stream_id text primary key, version int8 not null, total int not null)';

/** Points in all, by stream: folded in memory, written with one statement a batch. */
const totals: AsyncProjection = {
  name: 'bench_totals',
  version: 1,
  tables: ['bench_totals'],
  project: (events) => {
    const byStream = new Map<string, { version: number; total: number }>();
    for (const { streamId, version, data } of events) {
      const scores: { points: number }[] = Reflect.get(data, 'scores') ?? [];
      const before = byStream.get(streamId)?.total ?? 0;
      byStream.set(streamId, { version, total: scores.reduce((sum, { points }) => sum + points, before) });
    }
    const rows = [...byStream];
    const parameters = [
      rows.map(([id]) => id),
      rows.map(([, { version }]) => version),
      rows.map(([, { total }]) => total),
    ];
    return [{ compile: () => ({ sql: text, parameters }) }];
  },
};

/** The whole log, once a call: copied out, projected batch by batch from the start, rebuilt with pages read ahead. */
export async function projectionSubjects(db: Db) {
  const { rows } = await db.readPool.query('select count(*) as n from events');
  const unit: number = rows[0].n;
  const floor: Subject = { lanes: 1, unit, work: () => db.readPool.query('copy events to stdout') };
  const batches: Subject = {
    lanes: 1,
    unit,
    work: async () => {
      await db.readPool.query("delete from projections where name = 'bench_totals'");
      await db.readPool.query('truncate bench_totals');
      await projectOnce(db, totals);
    },
  };
  const rebuilt: Subject = { lanes: 1, unit, work: () => rebuild(db, totals) };
  return { floor, batches, rebuilt, events: unit };
}
