// One decision becomes one transaction, sent in one flush: locks, append, capacities, read models.
import type { CapacityChange } from '../domain/decider.ts';
import { Refusal } from '../domain/decider.ts';
import type { Db } from './database.ts';
import { type Append, appendStatement, eventsOf, type Place, placeOf } from './event-store.ts';
import { lockStatements } from './locks.ts';
import { inlineProjections } from './registry.ts';
import { type Client, type Flushed, isDatabaseError, named, type Statement, transact } from './statements.ts';

export type KnownCommand = { kind: 'known'; stream: string; version: number; actor: string; hash: string };
export type Outcome =
  | { kind: 'done'; version: number; place: Place }
  | KnownCommand
  | { kind: 'version-moved' }
  | { kind: 'guard-moved' }
  | { kind: 'too-late' }
  | { kind: 'retry' };
/** What goes with the append, all or nothing. */
export type Effects = { capacities: CapacityChange[]; readModels: Statement[] };

/** Capacities in the order of their keys, so that two commands never wait for each other's. */
export function effectsOf(db: Db, append: Append, changes: CapacityChange[]): Effects {
  const projections = db.inline ?? inlineProjections;
  const queries = eventsOf(append).flatMap((event) => projections.flatMap((project) => project(event)));
  const readModels = queries.map((query) => {
    const { sql, parameters } = query.compile();
    return named(sql, parameters);
  });
  return { capacities: changes.toSorted(byKey), readModels };
}

const byKey = (a: CapacityChange, b: CapacityChange) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** @returns what became of it; throws a Refusal when a capacity is full, and what is neither rule nor race. */
export async function flush(client: Client, append: Append, { capacities, readModels }: Effects): Promise<Outcome> {
  const before = lockStatements(append);
  const statements = [...before, appendStatement(append), ...capacities.map(capacityStatement), ...readModels];
  const flushed = await transact(client, statements);
  if (!flushed.ok) return outcomeOf(flushed, capacities[flushed.at - before.length - 1]);
  const { version, position, tx } = flushed.results[before.length]?.rows[0] ?? {};
  const place = tx === null ? await placeOf(client, append.stream.id, version) : { tx, position };
  return { kind: 'done', version, place };
}

/** Queues instead of conflicting; the table's own check is the judge. A capacity that is not there raises: it would be unlimited. */
const capacityStatement = ({ key, delta }: CapacityChange): Statement =>
  named(
    `with changed as (update capacities set used = used + $2::int where key = $1::text returning 1)
  select coalesce(max(1), no_capacity($1::text)) from changed`,
    [key, delta],
  );

function outcomeOf({ error }: Extract<Flushed, { ok: false }>, change: CapacityChange | undefined): Outcome {
  if (!isDatabaseError(error)) throw error;
  switch (error.code) {
    case 'ES000':
      return { kind: 'known', ...JSON.parse(error.detail ?? '{}') };
    case 'ES001':
      return { kind: 'version-moved' };
    case 'ES002':
      return { kind: 'guard-moved' };
    case 'ES003':
      return { kind: 'too-late' };
    case '40P01':
    case '40001':
      return { kind: 'retry' };
  }
  if (error.constraint === 'capacity_full' && change?.delta === 1)
    throw new Refusal(change.full, 'Every slot is taken.');
  if (error.constraint === 'cycles_slug_key')
    throw new Refusal('slug-taken', 'Another cycle has this readable name: choose another one.');
  throw error;
}
