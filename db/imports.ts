// How far an import has come: one row per table that somebody imports.
import type { Db } from './database.ts';

export type RefusedRow = { row: number; code: string; detail: string };
export type Import = {
  importId: string;
  cycleId: string;
  kind: string;
  state: 'running' | 'done';
  rows: number;
  done: number;
  refused: RefusedRow[];
  startedAt: string;
  finishedAt: string | null;
};

/** Beginning again counts from the first row: what is there already is passed over. */
export async function beginImport(
  db: Db,
  {
    importId,
    cycleId,
    kind,
    personId,
    rows,
  }: { importId: string; cycleId: string; kind: string; personId: string; rows: number },
): Promise<void> {
  await db.read
    .insertInto('imports')
    .values({ import_id: importId, cycle_id: cycleId, kind, imported_by: personId, rows_total: rows })
    .onConflict((conflict) =>
      conflict.column('import_id').doUpdateSet({ rows_done: 0, refused: '[]', finished_at: null }),
    )
    .execute();
}

export async function advanceImport(
  db: Db,
  importId: string,
  { done, refused, finished }: { done: number; refused: RefusedRow[]; finished: boolean },
): Promise<void> {
  await db.read
    .updateTable('imports')
    .set({ rows_done: done, refused: JSON.stringify(refused), finished_at: finished ? new Date() : null })
    .where('import_id', '=', importId)
    .execute();
}

export async function findImport(db: Db, importId: string): Promise<(Import & { importedBy: string }) | undefined> {
  const row = await db.read.selectFrom('imports').selectAll().where('import_id', '=', importId).executeTakeFirst();
  return (
    row && {
      importId,
      cycleId: row.cycle_id,
      kind: row.kind,
      state: row.finished_at === null ? 'running' : 'done',
      rows: row.rows_total,
      done: row.rows_done,
      refused: row.refused,
      startedAt: row.started_at.toISOString(),
      finishedAt: row.finished_at?.toISOString() ?? null,
      importedBy: row.imported_by,
    }
  );
}
