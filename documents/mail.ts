// Mail to people: each in the own language, with instants in the governing zone and the own.
import type { Db } from '../db/database.ts';
import { type NewMail, writeMails } from '../db/mails.ts';
import type { MailAttachment } from '../db/tables/people.ts';
import { textOf } from '../domain/localized-text.ts';
import type { Texts } from '../domain/messages.ts';
import { type MailKind, mailText } from './mail-texts.ts';

/** An instant with the zone that governs it. */
export type Moment = { at: string | number | Date; zone: string };
/** Several matters, a line each, with the instant where they have one. */
export type Lines = { lines: { what: string | Texts; moment: Moment | null }[] };
/** What stands in a text's braces: words, a text in several languages, an instant, or several. */
export type Facts = { [name: string]: string | Texts | Moment | Lines };
export type Letter = {
  kind: MailKind;
  /** With each reader's id it makes the mail's key: the event's id, or what is reminded of and when. */
  key: string;
  to: string[];
  facts: Facts;
  cycleId?: string | null;
  forumId?: string | null;
  country?: string | null;
  /** The token of a link that only this mail holds, for its one reader; the text says `{link}`. */
  secret?: string;
  /** What is printed for each reader and goes with it. */
  attachment?: MailAttachment;
};

/** Those who have been erased get none. Sent again it does nothing. @returns how many mails were new. */
export const sendMail = async (db: Db, letter: Letter): Promise<number> =>
  writeMails(db, await composeMails(db, letter));

/** The mails of a letter as they would be written, one for each reader who is there. */
export async function composeMails(db: Db, letter: Letter): Promise<NewMail[]> {
  const to = [...new Set(letter.to)];
  if (to.length === 0) return [];
  const people = await db.read
    .selectFrom('people')
    .select(['person_id', 'name', 'language', 'zone'])
    .where('person_id', 'in', to)
    .where('erased_at', 'is', null)
    .execute();
  const { kind, key, facts, cycleId = null, forumId = null, country = null, secret = null, attachment } = letter;
  return people.map(({ person_id: personId, name, language, zone }) => {
    const { language: written, subject, body } = mailText(kind, language);
    const said = Object.entries({ name, ...facts }).map(
      ([fact, value]) => [fact, withoutLink(say(value, written, zone))] as const,
    );
    const fill = filler(kind, new Map([...said, ['link', '{link}']]));
    return {
      ...{ key: `${key}:${personId}`, kind, personId, cycleId, forumId, country, secret, attachment },
      ...{ language: written, subject: fill(subject), body: fill(body) },
    };
  });
}

/** What people write stands for no link, whatever it looks like. */
const withoutLink = (said: string): string => said.replaceAll('{link}', '{ link }');

/** @throws Error for a fact that the text needs and nobody gave: a bug. */
const filler = (kind: MailKind, facts: Map<string, string>) => (text: string) =>
  text.replaceAll(/\{([a-zA-Z]+)\}/g, (_found, name: string) => {
    const value = facts.get(name);
    if (value === undefined) throw new Error(`A mail of kind ${kind} needs the fact ${name}.`);
    return value;
  });

function say(fact: Facts[string], language: string, ownZone: string | null): string {
  if (typeof fact === 'string') return fact;
  if (isLines(fact))
    return fact.lines
      .map(({ what, moment }) => {
        const words = typeof what === 'string' ? what : textOf(what, language);
        return moment === null ? words : `${words}: ${sayMoment(moment, language, ownZone)}`;
      })
      .join('\n');
  return isMoment(fact) ? sayMoment(fact, language, ownZone) : textOf(fact, language);
}

const isLines = (fact: Texts | Moment | Lines): fact is Lines => 'lines' in fact && Array.isArray(fact.lines);
const isMoment = (fact: Texts | Moment): fact is Moment => 'at' in fact && 'zone' in fact;

/** In the governing zone, and in the reader's where that is another; each with its name. */
export function sayMoment({ at, zone }: Moment, language: string, ownZone: string | null): string {
  const inZone = (timeZone: string) => {
    const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone });
    return `${format.format(new Date(at))} (${timeZone})`;
  };
  return ownZone === null || ownZone === zone ? inZone(zone) : `${inZone(zone)} = ${inZone(ownZone)}`;
}
