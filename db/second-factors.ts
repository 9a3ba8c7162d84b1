// Second factors, one row per person: looked at and changed under its lock, so that no code counts twice.
import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

export type FactorRow = {
  /** Sealed; null until one is begun. */
  secret: Buffer | null;
  confirmedAt: Date | null;
  lastStep: number;
  recovery: string[];
  failures: number;
  lockedUntil: Date | null;
  /** By the database's clock. */
  now: Date;
};
export type FactorChanges = Partial<Omit<FactorRow, 'now'>>;
type Work<Result> = (row: FactorRow) => Promise<{ changes: FactorChanges; result: Result }>;

const columns = [
  'secret',
  'confirmed_at as confirmedAt',
  'last_step as lastStep',
  'recovery',
  'failures',
  'locked_until as lockedUntil',
] as const;
const now = sql<Date>`clock_timestamp()`.as('now');

/** What `work` changes is kept whatever its result says: a failure counts. */
export function withFactor<Result>(db: Kysely<Tables>, personId: string, work: Work<Result>): Promise<Result> {
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('second_factors')
      .values({ person_id: personId, secret: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await tx
      .selectFrom('second_factors')
      .select([...columns, now])
      .where('person_id', '=', personId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const { changes, result } = await work(row);
    const { confirmedAt, lastStep, lockedUntil, ...same } = changes;
    const set = {
      ...same,
      ...(confirmedAt !== undefined && { confirmed_at: confirmedAt }),
      ...(lastStep !== undefined && { last_step: lastStep }),
      ...(lockedUntil !== undefined && { locked_until: lockedUntil }),
      changed_at: sql<Date>`clock_timestamp()`,
    };
    await tx.updateTable('second_factors').set(set).where('person_id', '=', personId).execute();
    return result;
  });
}

export const findFactor = (db: Kysely<Tables>, personId: string): Promise<FactorRow | undefined> =>
  db
    .selectFrom('second_factors')
    .select([...columns, now])
    .where('person_id', '=', personId)
    .executeTakeFirst();

/** Takes it away, and says so in the person's record. */
export async function dropFactor(db: Kysely<Tables>, personId: string, actor: string, what: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('second_factors').where('person_id', '=', personId).execute();
    await tx.insertInto('people_audit').values({ person_id: personId, actor, what }).execute();
  });
}

export async function noteFactor(db: Kysely<Tables>, personId: string, actor: string, what: string): Promise<void> {
  await db.insertInto('people_audit').values({ person_id: personId, actor, what }).execute();
}
