// Letters and minutes that a command names by their SHA-256: each is one that was registered in the cycle.
import type { Db } from '../db/database.ts';
import { isLetter } from '../db/files.ts';
import { badFields } from './problem.ts';

/** @throws HttpProblem naming each field whose letter the cycle does not have; what names none passes. */
export async function requireLetters(
  db: Db,
  cycleId: string,
  named: { [field: string]: string | null | undefined },
): Promise<void> {
  const given = Object.entries(named).flatMap(([field, hash]) => (hash ? [{ field, hash }] : []));
  const found = await Promise.all(given.map(({ hash }) => isLetter(db, cycleId, hash)));
  const missing = given.filter((_one, index) => found[index] === false);
  if (missing.length > 0)
    throw badFields(
      missing.map(({ field }) => ({ field, rule: 'must be a letter that was registered in this cycle' })),
    );
}

/** Where a signature names its letter. */
export const letterOf = (signature: { kind: string; letter?: string }) =>
  signature.kind === 'on-behalf' ? { 'signature.letter': signature.letter } : {};
