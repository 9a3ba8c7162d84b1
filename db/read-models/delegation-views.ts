// Participants of delegations with who they are: by country, over a whole forum, or one.
import { sql } from 'kysely';
import type { Attendance, Capacity, Particulars } from '../../domain/delegation/messages.ts';
import { capacities } from '../../domain/delegation/messages.ts';
import type { ForumPlan } from '../../domain/forum/messages.ts';
import type { Db } from '../database.ts';
import { addressOf } from '../particulars.ts';

export type ParticipantView = {
  participantId: string;
  forumId: string;
  country: string;
  capacity: Capacity;
  status: 'registered' | 'withdrawn' | 'replaced';
  attendance: Attendance;
  /** Who comes instead. */
  replacedBy: string | null;
  personId: string;
  email: string | null;
  language: string;
  /** Null once the person was erased. */
  particulars: Particulars | null;
  /** Of the particulars. */
  version: number;
};
export type Filter = {
  country?: string | undefined;
  capacity?: Capacity | undefined;
  attendance?: Attendance | undefined;
  /** Gone ones too. */
  all?: boolean | undefined;
  q?: string | undefined;
};

const rank = sql<number>`array_position(${sql.val([...capacities])}::text[], p.capacity)`;
const shownName = sql<string>`coalesce(d.content ->> 'name', '')`;

const participants = (db: Db) =>
  db.read
    .selectFrom('participants as p')
    .leftJoin('participant_particulars as d', 'd.participant_id', 'p.participant_id')
    .leftJoin('people as e', (join) => join.onRef('e.person_id', '=', 'p.person_id').on('e.erased_at', 'is', null))
    .selectAll('p')
    .select(['d.content', 'd.version', 'e.email', 'e.language', rank.as('rank'), shownName.as('shown')]);
type Row = Awaited<ReturnType<ReturnType<typeof participants>['executeTakeFirstOrThrow']>>;

const view = (row: Row): ParticipantView & { place: string[] } => ({
  participantId: row.participant_id,
  forumId: row.forum_id,
  country: row.country,
  capacity: row.capacity,
  status: row.status,
  attendance: row.attendance,
  replacedBy: row.replaced_by,
  personId: row.person_id,
  email: addressOf(row.email),
  language: row.language ?? 'en',
  // Whoever is erased is erased here, too, whatever stands beside.
  particulars: row.email === null ? null : row.content,
  version: row.version ?? 0,
  place: [row.country, String(row.rank), row.shown, row.participant_id],
});

/** By country, the head first, then by capacity and name. */
export async function findParticipants(
  db: Db,
  forumId: string,
  filter: Filter,
  { limit, after }: { limit: number; after?: string[] | undefined },
) {
  const { country, capacity, attendance, all = false, q } = filter;
  let query = participants(db).where('p.forum_id', '=', forumId);
  if (country !== undefined) query = query.where('p.country', '=', country);
  if (capacity !== undefined) query = query.where('p.capacity', '=', capacity);
  if (attendance !== undefined) query = query.where('p.attendance', '=', attendance);
  if (!all) query = query.where('p.status', '=', 'registered');
  if (q !== undefined && q !== '') query = query.where(named(q));
  if (after !== undefined) {
    const [land = '', place = '0', name = '', id = ''] = after;
    query = query.where(
      sql<boolean>`(p.country, ${rank}, ${shownName}, p.participant_id) > (${land}, ${Number(place)}::int, ${name}, ${id}::uuid)`,
    );
  }
  const rows = await query
    .orderBy('p.country')
    .orderBy(rank)
    .orderBy(shownName)
    .orderBy('p.participant_id')
    .limit(limit)
    .execute();
  return rows.map(view);
}

/** In any script of the name, and in the name of the body. */
const named = (q: string) => {
  const like = `%${q.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
  return sql<boolean>`lower(concat_ws(' ', d.content ->> 'name', d.content ->> 'printedName',
    d.content ->> 'names', d.content ->> 'bodies')) like ${like}`;
};

export async function findParticipant(db: Db, participantId: string) {
  const row = await participants(db).where('p.participant_id', '=', participantId).executeTakeFirst();
  return row && view(row);
}

/** How many each country sends and how many of them came, those without any left out. */
export async function countDelegations(db: Db, forumId: string) {
  const { rows } = await sql<{ country: string; registered: number; present: number; absent: number; head: boolean }>`
    select country, count(*)::int as registered, count(*) filter (where attendance = 'present')::int as present,
      count(*) filter (where attendance = 'absent')::int as absent, bool_or(capacity = 'head') as head
    from participants where forum_id = ${forumId}::uuid and status = 'registered' group by country order by country`.execute(
    db.read,
  );
  return rows;
}

/** The forum as a participant has to know it, with what its countries are called. */
export async function findForumFacts(db: Db, forumId: string) {
  const row = await db.read
    .selectFrom('forums')
    .leftJoin('cycles', 'cycles.cycle_id', 'forums.cycle_id')
    .select(['forums.plan', 'forums.cycle_id', 'cycles.definition', 'cycles.title', 'cycles.award'])
    .where('forums.forum_id', '=', forumId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const countries = row.definition?.countries ?? [];
  return { ...factsOf(row.plan), forumId, cycleId: row.cycle_id, cycle: row.title, award: row.award, countries };
}
export type ForumFacts = NonNullable<Awaited<ReturnType<typeof findForumFacts>>>;

export const factsOf = ({ number, name, host, venue, zone, day, opensAt, closesAt }: ForumPlan) => ({
  ...{ number, name, host, venue, zone, day, opensAt, closesAt },
});

export async function findForumsOfCycle(db: Db, cycleId: string) {
  const rows = await db.read
    .selectFrom('forums')
    .select(['forum_id', 'plan'])
    .where('cycle_id', '=', cycleId)
    .orderBy('number')
    .orderBy('forum_id')
    .execute();
  return rows.map(({ forum_id, plan }) => ({ forumId: forum_id, ...factsOf(plan) }));
}
