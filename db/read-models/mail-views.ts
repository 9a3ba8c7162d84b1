// The mailbox of a cycle: every mail with its state. The secret of a link is no part of it.
import { sql } from 'kysely';
import type { Db } from '../database.ts';

export type MailLine = {
  mailId: string;
  kind: string;
  personId: string;
  /** Null once the person was erased. */
  name: string | null;
  country: string | null;
  language: string;
  subject: string;
  body: string;
  state: 'due' | 'sent' | 'kept' | 'undeliverable';
  attempts: number;
  problem: string | null;
  createdAt: string;
  sentAt: string | null;
};
export type MailFilter = {
  kind: string | null;
  state: string | null;
  country: string | null;
  personId: string | null;
  mailId: string | null;
  limit: number;
  /** The key of the last one seen: [createdAt, mailId]. */
  after: string[] | undefined;
};
type Row = Omit<MailLine, 'createdAt' | 'sentAt'> & { createdAt: string; sent: Date | null };

/** How many there are of each kind in each state. */
export async function countMails(
  db: Db,
  cycleId: string,
): Promise<{ kind: string; state: MailLine['state']; count: number }[]> {
  const rows = await db.read
    .selectFrom('mails')
    .select(['kind', 'state', (eb) => eb.fn.countAll<number>().as('count')])
    .where('cycle_id', '=', cycleId)
    .groupBy(['kind', 'state'])
    .orderBy('kind')
    .orderBy('state')
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

export async function findMail(db: Db, cycleId: string, mailId: string): Promise<MailLine | undefined> {
  const all = { kind: null, state: null, country: null, personId: null, after: undefined };
  return (await findMails(db, cycleId, { ...all, mailId, limit: 1 }))[0];
}

/** Newest first. */
export async function findMails(db: Db, cycleId: string, filter: MailFilter): Promise<MailLine[]> {
  const [createdAt = null, mailId = null] = filter.after ?? [];
  const { rows } = await sql<Row>`
    select m.mail_id as "mailId", m.kind, m.person_id as "personId", p.name, m.country, m.language, m.subject, m.body,
      m.state, m.attempts, m.problem, m.sent_at as sent,
      to_char(m.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt"
    from mails m left join people p on p.person_id = m.person_id and p.erased_at is null
    where m.cycle_id = ${cycleId}
      and (${filter.kind}::text is null or m.kind = ${filter.kind})
      and (${filter.state}::text is null or m.state = ${filter.state})
      and (${filter.country}::text is null or m.country = ${filter.country})
      and (${filter.personId}::uuid is null or m.person_id = ${filter.personId})
      and (${filter.mailId}::uuid is null or m.mail_id = ${filter.mailId})
      and (${mailId}::uuid is null or (m.created_at, m.mail_id) < (${createdAt}::timestamptz, ${mailId}::uuid))
    order by m.created_at desc, m.mail_id desc limit ${filter.limit}`.execute(db.read);
  return rows.map(({ sent, ...row }) => ({ ...row, sentAt: sent?.toISOString() ?? null }));
}
