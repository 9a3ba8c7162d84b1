// Where each follower of the feed stands: one row of projections, moved only from the place that was read.
import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { Place } from './event-store.ts';
import { isDatabaseError, named, query, type Statement } from './statements.ts';

export type CursorKey = { name: string; version: number };
/** `state` is running, superseded by a newer version, or failed with the event's id. */
export type Cursor = Place & { state: string };

/** The cursor, or undefined when nobody has started this name and version. */
export async function findCursor(db: Db, { name, version }: CursorKey): Promise<Cursor | undefined> {
  const text = 'select tx::text as tx, position, state from projections where name = $1::text and version = $2::int';
  const { rows } = await query(db.readPool, named(text, [name, version]));
  return rows[0];
}

/**
 * The cursor, made at the beginning of the log where there is none. The first of a new version empties the tables of the one
 * before and stops it, so that the new one fills them from the start.
 */
export async function startCursor(db: Db, key: CursorKey, tables: string[] = []): Promise<Cursor> {
  const found = await findCursor(db, key);
  if (found !== undefined) return found;
  await db.read.transaction().execute(async (tx) => {
    const { name, version } = key;
    const made = await tx
      .insertInto('projections')
      .values({ name, version, tx: '0', position: 0, state: 'running' })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (made.numInsertedOrUpdatedRows !== 1n) return;
    const older = await tx
      .updateTable('projections')
      .set({ state: `superseded by ${version}` })
      .where('name', '=', name)
      .where('version', '<', version)
      .executeTakeFirst();
    if (older.numUpdatedRows === 0n) return;
    for (const table of tables) await sql`delete from ${sql.table(table)}`.execute(tx);
  });
  return startCursor(db, key);
}

/** Raises when the cursor is no longer where it was read, or no longer running: then another has done the work. */
export const moveCursor = ({ name, version }: CursorKey, from: Place, to: Place): Statement =>
  named(
    `with moved as (update projections set tx = $5::xid8, position = $6::int8 where name = $1::text and version = $2::int
  and tx = $3::xid8 and position = $4::int8 and state = 'running' returning 1)
  select coalesce(max(1), cursor_moved($1::text)) from moved`,
    [name, version, from.tx, from.position, to.tx, to.position],
  );

export const isCursorMoved = (error: unknown): boolean => isDatabaseError(error) && error.code === 'ES005';

/** Puts the cursor there and lets it run, wherever it stood. */
export const setCursor = ({ name, version }: CursorKey, to: Place): Statement =>
  named(
    "update projections set tx = $3::xid8, position = $4::int8, state = 'running' where name = $1::text and version = $2::int",
    [name, version, to.tx, to.position],
  );

/** Stops a follower until an operator lets it go on; does nothing if it has moved since. */
export const failCursor = ({ name, version }: CursorKey, at: Place, state: string): Statement =>
  named(
    `update projections set state = $5::text where name = $1::text and version = $2::int and tx = $3::xid8 and position = $4::int8
  and state = 'running'`,
    [name, version, at.tx, at.position, state],
  );
