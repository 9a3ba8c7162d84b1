// The names on signed letters: the record keeps the office, the name stands here alone and can be erased.
import type { Db } from './database.ts';
import { CommandIdReused } from './execute.ts';
import { uuidv5 } from './ids.ts';

/** The same command names the same one again. @returns the id that the event holds. */
export async function keepSignatory(db: Db, commandId: string, name: string): Promise<string> {
  const signatoryId = uuidv5(`signatory:${commandId}`);
  await db.read
    .insertInto('signatories')
    .values({ signatory_id: signatoryId, name })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const kept = await db.read
    .selectFrom('signatories')
    .select('name')
    .where('signatory_id', '=', signatoryId)
    .executeTakeFirst();
  if (kept?.name !== name) throw new CommandIdReused(`${commandId} named another signatory`);
  return signatoryId;
}
