// Read models made anew from the log, in place; and the count of every capacity, which the log can prove.
import type { CapacityChange } from '../domain/decider.ts';
import type { AwardsEvent } from '../domain/events.ts';
import { setCursor, startCursor } from './cursors.ts';
import { type Db, onOwnConnection } from './database.ts';
import { beginning, lockLog, type Place, type Recorded, readFeed, readLog } from './event-store.ts';
import { type AsyncProjection, batch, compiled, type InlineProjection } from './projections.ts';
import { type Client, named, query, type Statement, transactOrThrow } from './statements.ts';

const page = 5_000;

/**
 * Folds the whole log without writing, then replaces the tables and sets the cursor in one short transaction. Cursors of other
 * versions go: this one fills the tables now.
 */
export async function rebuild(db: Db, projection: AsyncProjection): Promise<void> {
  await startCursor(db, projection, projection.tables);
  const statements: Statement[] = [];
  let reached: Place = beginning;
  for await (const events of pages((after) => readFeed(db, after, page))) {
    for (let from = 0; from < events.length; from += batch)
      statements.push(...compiled(await projection.project(events.slice(from, from + batch), db.read)));
    reached = events.at(-1) ?? reached;
  }
  const { name, version } = projection;
  const others = named('delete from projections where name = $1::text and version <> $2::int', [name, version]);
  const replace = [setCursor(projection, reached), others, ...emptied(projection.tables), ...statements];
  await onOwnConnection(db, (client) => transactOrThrow(client, replace));
}

const emptied = (tables: string[]): Statement[] => tables.map((table) => named(`delete from "${table}"`));

/** Replaces in-transaction read models by what the log says. Commands wait meanwhile. */
export const rebuildInline = (db: Db, tables: string[], projections: InlineProjection[]): Promise<void> =>
  withoutWriters(db, async (client) => {
    await sendAll(client, emptied(tables));
    for await (const events of pages((after) => readLog(client, after, page))) {
      const queries = events.flatMap((event) => projections.flatMap((project) => project(event)));
      await sendAll(client, compiled(queries));
    }
  });

/** What a decider says about its events' capacities. */
export type Counting = { kind: string; capacity?(event: AwardsEvent): CapacityChange | undefined };
export type Miscount = { key: string; used: number; counted: number };

/** Counts every capacity from the log and puts right what differs; commands wait meanwhile. @returns what differed: nothing, ever. */
export const recountCapacities = (db: Db, deciders: Counting[]): Promise<Miscount[]> =>
  withoutWriters(db, async (client) => {
    const counted = new Map<string, number>();
    for await (const events of pages((after) => readLog(client, after, page))) {
      for (const change of events.flatMap((event) => changeBy(event, deciders)))
        counted.set(change.key, (counted.get(change.key) ?? 0) + change.delta);
    }
    const { rows } = await query(client, named('select key, used from capacities order by key for update'));
    const all: Miscount[] = rows.map(({ key, used }) => ({ key, used, counted: counted.get(key) ?? 0 }));
    const wrong = all.filter((row) => row.used !== row.counted);
    const text = 'update capacities set used = $2::int where key = $1::text';
    await sendAll(
      client,
      wrong.map((row) => named(text, [row.key, row.counted])),
    );
    return wrong;
  });

function changeBy(event: Recorded<AwardsEvent>, deciders: Counting[]): CapacityChange[] {
  const decider = deciders.find(({ kind }) => event.streamId.startsWith(`${kind}/`));
  const change = decider?.capacity?.(event);
  return change === undefined ? [] : [change];
}

/** The log page by page; the next one is on its way while this one is worked on. */
async function* pages(
  read: (after: Place) => Promise<Recorded<AwardsEvent>[]>,
): AsyncGenerator<Recorded<AwardsEvent>[]> {
  for (let events = await read(beginning); ; ) {
    const last = events.at(-1);
    if (last === undefined) return;
    const next = read(last);
    next.catch(() => {});
    yield events;
    events = await next;
  }
}

/** Sent at once, awaited one and all. */
async function sendAll(client: Client, statements: Statement[]): Promise<void> {
  const settled = await Promise.allSettled(statements.map((statement) => query(client, statement)));
  const failed = settled.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** One transaction that no append runs beside: it waits for those under way, and the next ones wait for it. */
const withoutWriters = <Result>(db: Db, work: (client: Client) => Promise<Result>): Promise<Result> =>
  onOwnConnection(db, async (client) => {
    await sendAll(client, [named('begin'), lockLog()]);
    const result = await work(client);
    await query(client, named('commit'));
    return result;
  });
