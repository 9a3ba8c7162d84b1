// A store with a database of its own, and what the tests of the write path say about it.
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Db, openDatabase } from '../../../db/database.ts';
import { type Place, type Recorded, readFeed } from '../../../db/event-store.ts';
import type { Compilable, InlineProjection } from '../../../db/projections.ts';
import type { AwardsEvent } from '../../../domain/events.ts';
import { freshDatabase } from '../../support/database.ts';

export type Store = { db: Db; url: string; close(): Promise<void> };

/** `inline` are the read models inside each command's transaction: none, unless the test brings its own. */
export async function openStore(options: { inline?: InlineProjection[]; max?: number } = {}): Promise<Store> {
  const { url, drop } = await freshDatabase();
  const db = openDatabase({ url, inline: options.inline ?? [], max: options.max ?? 8 });
  const close = async () => {
    await db.close();
    await drop();
  };
  return { db, url, close };
}

/** One statement, as text with values. */
export async function run<Row>(db: Db, text: string, ...values: unknown[]): Promise<Row[]> {
  const client = await db.readPool.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    client.release();
  }
}

/** The same for a projection, which brings statements and does not run them. */
export const statement = (text: string, ...parameters: unknown[]): Compilable => ({
  compile: () => ({ sql: text, parameters }),
});

/** Who asks in these tests: one judge, by a new command each time. */
export const meta = (commandId: string = randomUUID()) => ({
  commandId,
  actor: 'person-1',
  role: 'secretariat' as const,
});

/** The events of a stream, in order, as `version type`. */
export async function eventsOn(db: Db, streamId: string): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select version || ' ' || type as line from events where stream_id = ${streamId} order by version`.execute(db.read);
  return rows.map(({ line }) => line);
}

/** The next events after a place, once so many are settled: any open transaction in the cluster can hold them back. */
export async function feedAfter(db: Db, after: Place, count: number): Promise<Recorded<AwardsEvent>[]> {
  for (;;) {
    const events = await readFeed(db, after, count);
    if (events.length >= count) return events;
    await setTimeout(5);
  }
}

export const newStream = (kind: string) => `${kind}/${randomUUID()}`;
export const rounds = 50;
/** Every one of them, whether it went well or not. */
export const settle = <T>(count: number, start: (index: number) => Promise<T>) =>
  Promise.allSettled(Array.from({ length: count }, (_, index) => start(index)));

/** How often each thing came out: 'done', or the name or code of what was thrown. */
export function outcomes(results: PromiseSettledResult<unknown>[]): { [outcome: string]: number } {
  const names = results.map((result) => (result.status === 'fulfilled' ? 'done' : nameOf(result.reason)));
  return Object.fromEntries(
    Map.groupBy(names, (name) => name)
      .entries()
      .map(([name, all]) => [name, all.length]),
  );
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.constructor.name;
}
