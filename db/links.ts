// Links that let a person without an account do one thing: a login to a single nomination or laureate, for a time.
import { sql } from 'kysely';
import type { Db } from './database.ts';
import type { LinkPurpose } from './tables/people.ts';
import { hashOfToken, newToken } from './tokens.ts';

export type { LinkPurpose } from './tables/people.ts';

export type LinkFor = {
  purpose: LinkPurpose;
  /** Whose acts by it are. */
  personId: string;
  /** The nomination or laureate. */
  subject: string;
  cycleId: string | null;
  expiresAt: Date;
  /** What else the purpose needs to know, such as the field of a supporting letter; nothing personal. */
  detail?: { [key: string]: string };
};
export type Link = Required<LinkFor>;

/** @returns the token, which nothing but the person's mail may hold. It works until the link ends, as often as it is used. */
export async function makeLink(db: Db, { purpose, personId, subject, cycleId, expiresAt, detail = {} }: LinkFor) {
  const token = newToken();
  await db.read
    .insertInto('links')
    .values({
      token_hash: hashOfToken(token),
      purpose,
      person_id: personId,
      subject_id: subject,
      cycle_id: cycleId,
      expires_at: expiresAt,
      detail: JSON.stringify(detail),
    })
    .execute();
  return { token };
}

/** Undefined for a token that is unknown, ended or too old, or whose person was erased. */
export async function findLink(db: Db, token: string): Promise<Link | undefined> {
  const row = await db.read
    .selectFrom('links')
    .innerJoin('people', 'people.person_id', 'links.person_id')
    .select(['purpose', 'links.person_id', 'subject_id', 'cycle_id', 'expires_at', 'detail'])
    .where('token_hash', '=', hashOfToken(token))
    .where('people.erased_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { purpose, person_id, subject_id, cycle_id, expires_at, detail } = row;
  return { purpose, personId: person_id, subject: subject_id, cycleId: cycle_id, expiresAt: expires_at, detail };
}

/** Ends the links of that purpose to the subject, of one person or of all. */
export async function endLinks(db: Db, purpose: LinkPurpose, subject: string, personId?: string): Promise<void> {
  const open = db.read
    .updateTable('links')
    .set({ ended_at: sql<Date>`clock_timestamp()` })
    .where('purpose', '=', purpose)
    .where('subject_id', '=', subject)
    .where('ended_at', 'is', null);
  await (personId === undefined ? open : open.where('person_id', '=', personId)).execute();
}

/** For the laureate's contact to answer, and for proofing the name, which may take longer than the answer. */
const awardLinkDays = 180;

type Offer = { personId: string; laureateId: string; cycleId: string; answerBy: Date };

export async function makeAwardLink(db: Db, { personId, laureateId, cycleId, answerBy }: Offer) {
  const expiresAt = new Date(answerBy.getTime() + awardLinkDays * 86_400_000);
  const { token } = await makeLink(db, { purpose: 'laureate', personId, subject: laureateId, cycleId, expiresAt });
  return { token, expiresAt };
}

type ForTalk = { personId: string; forumId: string; laureateId: string; cycleId: string | null; day: string };
const talkLinkDays = 30;

/** For one who speaks: to answer, to describe the talk, to confirm its place, until some weeks after the forum's day. */
export async function makeTalkLink(db: Db, { personId, forumId, laureateId, cycleId, day }: ForTalk) {
  const expiresAt = new Date(Math.max(Date.parse(day), Date.now()) + talkLinkDays * 86_400_000);
  const detail = { forum: forumId };
  const { token } = await makeLink(db, { purpose: 'talk', personId, subject: laureateId, cycleId, expiresAt, detail });
  return { token, expiresAt };
}

/** Only the one who was asked last answers. */
export async function endLinksOfOthers(db: Db, purpose: LinkPurpose, subject: string, personId: string): Promise<void> {
  await db.read
    .updateTable('links')
    .set({ ended_at: sql<Date>`clock_timestamp()` })
    .where('purpose', '=', purpose)
    .where('subject_id', '=', subject)
    .where('person_id', '<>', personId)
    .where('ended_at', 'is', null)
    .execute();
}

/** How many were made for the subject within a day, whether they still work or not. */
export async function countLinksOfDay(db: Db, purpose: LinkPurpose, subject: string): Promise<number> {
  const { n } = await db.read
    .selectFrom('links')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('purpose', '=', purpose)
    .where('subject_id', '=', subject)
    .where('created_at', '>', sql<Date>`clock_timestamp() - interval '1 day'`)
    .executeTakeFirstOrThrow();
  return Number(n);
}
