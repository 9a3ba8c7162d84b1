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

export function byLanguage(mails: NewMail[]): Rehearsed[] {
  const languages = [...new Set(mails.map(({ language }) => language))].sort();
  return languages.flatMap((language) => {
    const these = mails.filter((mail) => mail.language === language);
    const [first] = these;
    if (first === undefined) return [];
    const { kind, subject, body } = first;
    return [{ kind, language, recipients: these.length, subject, body }];
  });
}
