// What was answered when a form asked back, with what had been typed.
import { sql } from 'kysely';
import type { Settled } from '../domain/nomination/questions.ts';
import type { Db } from './database.ts';

export async function findSettled(db: Db, form: string, subjectId: string): Promise<Settled> {
  const rows = await db.read
    .selectFrom('settled_questions')
    .select(['field', 'kind', 'typed', 'taken'])
    .where('form', '=', form)
    .where('subject_id', '=', subjectId)
    .execute();
  return Object.fromEntries(rows.map(({ field, ...answer }) => [field, answer]));
}

/** The last answer about a field counts. */
export async function recordSettled(
  db: Db,
  about: { form: string; subjectId: string; personId: string },
  settled: Settled,
): Promise<void> {
  const rows = Object.entries(settled).map(([field, answer]) => ({
    ...{ form: about.form, subject_id: about.subjectId, field, answered_by: about.personId },
    ...answer,
  }));
  if (rows.length === 0) return;
  await db.read
    .insertInto('settled_questions')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['form', 'subject_id', 'field']).doUpdateSet((eb) => ({
        ...{ kind: eb.ref('excluded.kind'), typed: eb.ref('excluded.typed'), taken: eb.ref('excluded.taken') },
        ...{ answered_by: eb.ref('excluded.answered_by'), answered_at: sql<Date>`now()` },
      })),
    )
    .execute();
}
