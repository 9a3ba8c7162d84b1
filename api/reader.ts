// In which language somebody reads: as asked for, else the own, else English.
import { findPerson } from '../db/people.ts';
import { Language } from '../domain/messages.ts';
import type { Services } from './app.ts';
import type { Viewer } from './viewer.ts';

/** Of lists whose order or texts depend on the reader's language. */
export const Reading = { language: Language.optional() };

export async function languageOf(
  { db }: Pick<Services, 'db'>,
  viewer: Viewer | null,
  asked: string | undefined,
): Promise<string> {
  if (asked !== undefined) return asked;
  return (viewer === null ? undefined : await findPerson(db, viewer.personId))?.language ?? 'en';
}
