// Who is the next to act on what a line of the progress waits for: the very persons whom reminders go to.
import type { Db } from '../database.ts';
import { type Debtor, findOwing } from './debtors.ts';
import { type Contact, findContacts } from './last-contacts.ts';
import type { ProgressLine } from './progress-lines.ts';
import { findPlace } from './work-places.ts';

export type Actor = Contact & { part: Debtor['part'] };

/** Of each line, in the order of the lines; those who were erased are nobody any more. */
export async function findNextActors(db: Db, lines: Pick<ProgressLine, 'matters'>[]): Promise<Actor[][]> {
  const owing = await Promise.all(lines.map(({ matters }) => findDebtorsOf(db, matters)));
  const contacts = await findContacts(
    db,
    owing.flat().map(({ personId }) => personId),
  );
  return owing.map((debtors) =>
    debtors.flatMap(({ personId, part }) => {
      const contact = contacts.get(personId);
      return contact === undefined ? [] : [{ ...contact, part }];
    }),
  );
}

/** Each person once, with the first part that it has. */
async function findDebtorsOf(db: Db, matters: ProgressLine['matters']): Promise<Debtor[]> {
  const found = await Promise.all(
    matters.map(async ({ what, about }) => {
      const place = await findPlace(db, about);
      return place === null ? [] : (await findOwing(db, what, about, place)).owing;
    }),
  );
  const byPerson = new Map<string, Debtor>();
  for (const debtor of found.flat()) if (!byPerson.has(debtor.personId)) byPerson.set(debtor.personId, debtor);
  return [...byPerson.values()];
}
