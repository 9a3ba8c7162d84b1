// How a person is named: known as, honorific, the full name in each script, and as printed. Never first and last.
import type { Db } from './database.ts';

export type PersonNames = {
  name: string;
  honorific: string;
  /** On certificates and badges; null: the name by which the person is known. */
  printedName: string | null;
  /** The full name by language. */
  names: { [language: string]: string };
  /** What was typed, by field, where it was asked about. */
  originals: { [field: string]: string };
};

export async function findNames(db: Db, personId: string): Promise<PersonNames | undefined> {
  const row = await db.read
    .selectFrom('people')
    .select(['name', 'honorific', 'printed_name', 'names', 'name_originals'])
    .where('person_id', '=', personId)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { name, honorific, printed_name: printedName, names, name_originals: originals } = row;
  return { name, honorific, printedName, names, originals };
}

export async function saveNames(db: Db, personId: string, names: PersonNames): Promise<void> {
  await db.read.transaction().execute(async (tx) => {
    await tx
      .updateTable('people')
      .set({
        ...{ name: names.name, honorific: names.honorific, printed_name: names.printedName },
        ...{ names: JSON.stringify(names.names), name_originals: JSON.stringify(names.originals) },
        updated_at: new Date(),
      })
      .where('person_id', '=', personId)
      .where('erased_at', 'is', null)
      .execute();
    await tx.insertInto('people_audit').values({ person_id: personId, actor: personId, what: 'named' }).execute();
  });
}
