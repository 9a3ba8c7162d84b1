// Read models that follow the feed: each batch's effect and cursor commit together, so every event counts exactly once.
import { setTimeout } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { AwardsEvent } from '../domain/events.ts';
import { type Cursor, failCursor, isCursorMoved, moveCursor, startCursor } from './cursors.ts';
import type { Db } from './database.ts';
import { isBefore, lastPlace, type Place, type Recorded, readFeed } from './event-store.ts';
import { isOutage, named, query, type Statement, transact } from './statements.ts';
import type { Tables } from './tables.ts';
import { follow, openBell, pause } from './wake.ts';

export type Compilable = { compile(): { sql: string; parameters: readonly unknown[] } };
/** What one event changes in a read model, inside the command's own transaction. */
export type InlineProjection<Event = Recorded<AwardsEvent>> = (event: Event) => Compilable[];
/**
 * A read model that follows the feed. A new `version` starts from empty tables. `project` may look things up in `db`, but not in
 * its own tables: a rebuild folds the whole log before it writes.
 */
export type AsyncProjection = {
  name: string;
  version: number;
  tables: string[];
  project(events: Recorded<AwardsEvent>[], db: Kysely<Tables>): Compilable[] | Promise<Compilable[]>;
};

/** At most so many events are projected at once: a statement takes 65,535 parameters. */
export const batch = 1_000;

/** A long text is that of a whole batch, which no other batch will have: its plan is not kept. */
export const compiled = (queries: Compilable[]): Statement[] =>
  queries.map((each) => {
    const { sql: text, parameters } = each.compile();
    return text.length > 2_000 ? { text, values: parameters } : named(text, parameters);
  });

type Step = 'moved' | 'caught-up' | 'stopped';

/** One batch. Of two projectors at once one writes nothing, and goes on from where the other stands. */
async function projectBatch(db: Db, projection: AsyncProjection, limit = batch): Promise<Step> {
  const cursor = await startCursor(db, projection, projection.tables);
  if (cursor.state !== 'running') return 'stopped';
  const events = await readFeed(db, cursor, limit);
  const last = events.at(-1);
  if (last === undefined) return 'caught-up';
  const effects = compiled(await projection.project(events, db.read));
  await moveWith(db, projection, cursor, last, effects);
  return 'moved';
}

/** Moves the cursor together with its effects. @returns false, with nothing written, when another was first. */
async function moveWith(db: Db, key: AsyncProjection | FollowerKey, from: Place, to: Place, effects: Statement[] = []) {
  const client = await db.pool.connect();
  try {
    const flushed = await transact(client, [moveCursor(key, from, to), ...effects]);
    if (!flushed.ok && !isCursorMoved(flushed.error)) throw flushed.error;
    return flushed.ok;
  } finally {
    client.release();
  }
}

/** Catches up with all that is in the log now, waiting for what is not settled. Throws what a failing event throws. */
export async function projectOnce(db: Db, projection: AsyncProjection): Promise<void> {
  const goal = await lastPlace(db);
  for (;;) {
    const step = await projectBatch(db, projection);
    if (step === 'moved') continue;
    const cursor = await startCursor(db, projection);
    if (step === 'stopped') throw new Error(`The projection ${projection.name} is ${cursor.state}.`);
    if (!isBefore(cursor, goal)) return;
    await setTimeout(5);
  }
}

/** Keeps projections current until the signal. A failing event stops its own projection only, and `state` names it. */
export async function runProjections(
  db: Db,
  projections: AsyncProjection[],
  { signal }: { signal: AbortSignal },
): Promise<void> {
  const bell = openBell(db, signal);
  const following = projections.map((projection) =>
    follow(bell, signal, async () => {
      while (!signal.aborted && (await projectOrStop(db, projection)) === 'moved');
    }),
  );
  await Promise.all([...following, bell.closed]);
}

async function projectOrStop(db: Db, projection: AsyncProjection): Promise<Step> {
  try {
    return await projectBatch(db, projection);
  } catch (error) {
    if (isOutage(error)) throw error;
    return projectSingly(db, projection);
  }
}

/** After a failure: event by event up to the one that fails, which stops the projection. */
async function projectSingly(db: Db, projection: AsyncProjection): Promise<Step> {
  for (let step: Step = 'moved'; ; ) {
    const cursor: Cursor = await startCursor(db, projection);
    try {
      step = await projectBatch(db, projection, 1);
      if (step !== 'moved') return step;
    } catch (error) {
      if (isOutage(error)) throw error;
      const [failing] = await readFeed(db, cursor, 1);
      const reason = error instanceof Error ? error.message : String(error);
      await query(db.readPool, failCursor(projection, cursor, `failed at ${failing?.eventId}: ${reason}`));
      return 'stopped';
    }
  }
}

/** An operator's act: lets a stopped projection try its event again. */
export async function resumeProjection(db: Db, name: string): Promise<void> {
  await db.read
    .updateTable('projections')
    .set({ state: 'running' })
    .where('name', '=', name)
    .where('state', 'like', 'failed%')
    .execute();
}

type FollowerKey = { name: string; version: number };
type Handle = (event: Recorded<AwardsEvent>, attempt: number) => Promise<void>;

/**
 * Hands every event to `handle`, at least once and one after the other; then the stored cursor moves. An error keeps it on the
 * event: it is handed over again with the next `attempt`, after 250 ms, then twice as long, up to a minute.
 */
export async function followFeed(
  db: Db,
  cursorName: string,
  handle: Handle,
  { signal, onError = () => {} }: { signal: AbortSignal; onError?(error: unknown, event: Recorded<AwardsEvent>): void },
): Promise<void> {
  const bell = openBell(db, signal);
  const key = { name: cursorName, version: 1 };
  let failures = 0;
  const one = async (event: Recorded<AwardsEvent>) => {
    try {
      await handle(event, failures + 1);
      failures = 0;
      return true;
    } catch (error) {
      onError(error, event);
      failures += 1;
      return false;
    }
  };
  const look = async () => {
    while (!signal.aborted && (await handBatch(db, key, signal, one)));
    if (failures > 0) await pause(Math.min(250 * 2 ** (failures - 1), 60_000), signal);
  };
  await Promise.all([follow(bell, signal, look), bell.closed]);
}

const handed = 50;

/** @returns true when there may be more to do at once. */
async function handBatch(
  db: Db,
  key: FollowerKey,
  signal: AbortSignal,
  one: (event: Recorded<AwardsEvent>) => Promise<boolean>,
): Promise<boolean> {
  const cursor = await startCursor(db, key);
  const events = cursor.state === 'running' ? await readFeed(db, cursor, handed) : [];
  let done: Place | undefined;
  let failed = false;
  for (const event of events) {
    failed = signal.aborted || !(await one(event));
    if (failed) break;
    done = event;
  }
  if (done !== undefined) await moveWith(db, key, cursor, done);
  return events.length > 0 && !failed;
}

/** True once every named follower has passed the place; false when that takes longer than asked. */
export async function waitFor(db: Db, names: string[], place: Place, timeoutMs: number): Promise<boolean> {
  const until = Date.now() + timeoutMs;
  for (let wait = 2; ; wait = Math.min(wait * 2, 25)) {
    const { rows } = await sql<{ behind: number }>`
      select count(*) as behind from unnest(${names}::text[]) n (name) left join lateral
        (select tx, position from projections p where p.name = n.name order by version desc limit 1) p on true
      where p.tx is null or (p.tx, p.position) < (${place.tx}::xid8, ${place.position}::int8)`.execute(db.read);
    if (rows[0]?.behind === 0) return true;
    if (Date.now() >= until) return false;
    await setTimeout(wait);
  }
}
