// Files by their rows: registered before their bytes come, arrived once these are what was said of them.
import { type Kysely, sql } from 'kysely';
import type { Db } from './database.ts';
import { CommandIdReused } from './execute.ts';
import type { FileKind } from './tables/papers.ts';
import type { Tables } from './tables.ts';

export type StoredFile = {
  fileId: string;
  hash: string;
  name: string;
  size: number;
  type: string;
  language: string | null;
  kind: FileKind;
  field: string | null;
  /** The nomination, where it is of one. */
  subjectId: string | null;
  cycleId: string | null;
  country: string | null;
  confidential: boolean;
  owner: string;
  state: 'registered' | 'arrived' | 'erased';
  registeredAt: Date;
  arrivedAt: Date | null;
};

const columns = (tables: Kysely<Tables>) =>
  tables
    .selectFrom('files')
    .select(['file_id as fileId', 'hash', 'name', 'size', 'type', 'language', 'kind', 'field', 'confidential'])
    .select(['subject_id as subjectId', 'cycle_id as cycleId', 'country', 'owner', 'state'])
    .select(['registered_at as registeredAt', 'arrived_at as arrivedAt']);

export const findFile = (db: Db, fileId: string): Promise<StoredFile | undefined> =>
  columns(db.read).where('file_id', '=', fileId).executeTakeFirst();

/** All of a nomination, its draft's and its supporting letters, oldest first. */
export const findFilesOf = (db: Db, subjectId: string): Promise<StoredFile[]> =>
  columns(db.read).where('subject_id', '=', subjectId).orderBy('registered_at').orderBy('file_id').execute();

type NewFile = Omit<StoredFile, 'state' | 'registeredAt' | 'arrivedAt'>;

/** Registering again under the same id changes nothing. @throws CommandIdReused where the id stands for another file. */
export const registerFile = (db: Db, file: NewFile): Promise<void> => insertFile(db.read, file);

export async function insertFile(tables: Kysely<Tables>, file: NewFile): Promise<void> {
  const { fileId, subjectId, cycleId, ...facts } = file;
  const { numInsertedOrUpdatedRows: made } = await tables
    .insertInto('files')
    .values({ ...facts, file_id: fileId, subject_id: subjectId, cycle_id: cycleId, state: 'registered' })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (made !== 0n) return;
  const kept = await columns(tables).where('file_id', '=', fileId).executeTakeFirst();
  if (kept === undefined || signs.some((sign) => kept[sign] !== file[sign]))
    throw new CommandIdReused(`${fileId} is another file`);
}
const signs = ['hash', 'name', 'size', 'type', 'kind', 'field', 'subjectId', 'cycleId', 'owner'] as const;

/** The bytes are stored. A file that arrived before keeps its instant. */
export async function markArrived(db: Db, fileId: string): Promise<void> {
  await db.read
    .updateTable('files')
    .set({ state: 'arrived', arrived_at: sql<Date>`clock_timestamp()` })
    .where('file_id', '=', fileId)
    .where('state', '=', 'registered')
    .execute();
}

/** A letter or minutes that a command may name by its hash: registered in that cycle. */
export async function isLetter(db: Db, cycleId: string, hash: string): Promise<boolean> {
  const row = await db.read
    .selectFrom('files')
    .select('file_id')
    .where('cycle_id', '=', cycleId)
    .where('kind', '=', 'letter')
    .where('hash', '=', hash)
    .where('state', '!=', 'erased')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** By the database's clock, which deadlines go by. */
export async function readNow(db: Db): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db.read);
  const [row] = rows;
  if (row === undefined) throw new Error('The database did not say what time it is.');
  return row.now;
}

/**
 * When a country's nominations in the category had to be in: the first of its own close, the cycle's, and their instants, or
 * the end of a dispensation after that; null while open without end.
 */
export async function findCutOff(db: Db, cycleId: string, country: string, category: string): Promise<Date | null> {
  const { rows } = await sql<{ cutOff: Date | null }>`
    select case when ends.at is null then null else greatest(ends.at, late.until_at) end as "cutOff"
    from cycle_phases c left join country_phases own on own.cycle_id = c.cycle_id and own.phase = c.phase and own.iso2 = ${country}
      cross join lateral (select least(own.closed_at, coalesce(own.closes_at, c.closes_at), c.closed_at) as at) ends
      cross join lateral (select max(d.until_at) as until_at from dispensations d where d.cycle_id = c.cycle_id and d.iso2 = ${country}
        and d.step = 'nomination' and coalesce(d.category, ${category}) = ${category}) late
    where c.cycle_id = ${cycleId}::uuid and c.phase = 'nomination'`.execute(db.read);
  return rows[0]?.cutOff ?? null;
}
