// The letters that would go out because of events that have not happened: by the very code that writes them.
import type { Recorded } from '../../db/event-store.ts';
import type { NewMail } from '../../db/mails.ts';
import type { AwardsEvent } from '../../domain/events.ts';
import { composeMails } from '../mail.ts';
import { type Desk, lettersFor } from './letters.ts';

/** A letter in one language: how many get it, and what the first of them would read. */
export type Rehearsed = { kind: string; language: string; recipients: number; subject: string; body: string };

/** Not for events that make links of their own, such as the offers of awards. */
export async function rehearseLetters(desk: Desk, events: Recorded<AwardsEvent>[]): Promise<Rehearsed[]> {
  const found: Rehearsed[] = [];
  for (const event of events)
    for (const letter of await lettersFor(desk, event)) found.push(...byLanguage(await composeMails(desk.db, letter)));
  return found;
}

/** Mails of one letter, or of several kinds, each kind and language once. */
export function byLanguage(mails: NewMail[]): Rehearsed[] {
  const found = new Map<string, Rehearsed>();
  for (const { kind, language, subject, body } of mails) {
    const key = `${language} ${kind}`;
    const { recipients, ...first } = found.get(key) ?? { kind, language, subject, body, recipients: 0 };
    found.set(key, { ...first, recipients: recipients + 1 });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rehearsed]) => rehearsed);
}
