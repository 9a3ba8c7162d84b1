// What a search finds over all that an office or a desk handles: organisations, their nominations, people with a role.
import { sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import { keysOf, wordsOf } from '../../domain/organisation/matching.ts';
import type { Db } from '../database.ts';
import { keepsAway } from './officer-conflicts.ts';
import { findOrganisations, type Sight } from './organisation-views.ts';

export type Hit = {
  kind: 'organisation' | 'nomination' | 'person';
  id: string;
  names: Texts;
  country: string | null;
  cycleId: string | null;
  /** The state of a nomination, the role of a person. */
  detail: string | null;
};
/** `people`: of these awards and countries the viewer sees who holds which role. */
export type Eyes = Sight & { people: { award: string; country: string | null }[] };

const most = 20;

/** By the beginnings of an organisation's words, in any of its names; of people by a part of the name. */
export async function findHits(db: Db, eyes: Eyes, text: string): Promise<Hit[]> {
  const words = wordsOf(keysOf([{ und: text }]));
  const asked = { search: text, country: null, limit: most, after: undefined };
  const [organisations, nominations, people] = await Promise.all([
    words.length === 0 ? [] : findOrganisations(db, eyes, asked),
    words.length === 0 ? [] : findNominated(db, eyes, words),
    findPeople(db, eyes, text),
  ]);
  const known = organisations.map(({ organisationId: id, names, country }): Hit => {
    return { kind: 'organisation', id, names, country, cycleId: null, detail: null };
  });
  return [...nominations, ...known, ...people];
}

async function findNominated(db: Db, { awards, desks, editor }: Sight, words: string[]): Promise<Hit[]> {
  const own = sql`(c.award, n.country) in (select * from unnest(
    ${desks.map(({ award }) => award)}::text[], ${desks.map(({ country }) => country)}::text[]))`;
  const { rows } = await sql<Hit>`
    select 'nomination' as kind, n.nomination_id as id, n.organisation as names, n.country, n.cycle_id as "cycleId", n.status as detail
    from organisations a join organisations e on e.survivor = a.survivor join nominations n on n.organisation_id = e.organisation_id
      join cycles c on c.cycle_id = n.cycle_id
    where a.parts @> ${words}::text[] and (c.award = any (${awards}::text[]) or ${own})
      and not ${keepsAway(editor, sql.ref('n.nomination_id'))}
    group by n.nomination_id order by n.submitted_at desc limit ${most}`.execute(db.read);
  return rows;
}

async function findPeople(db: Db, { people }: Eyes, text: string): Promise<Hit[]> {
  if (people.length === 0) return [];
  const { rows } = await sql<Omit<Hit, 'names'> & { name: string }>`
    select 'person' as kind, p.person_id as id, p.name, max(g.country) as country, null as "cycleId",
      string_agg(distinct g.role, ',' order by g.role) as detail
    from people p join grants g on g.person_id = p.person_id and g.revoked_at is null
        and (g.until_at is null or g.until_at > clock_timestamp())
      join unnest(${people.map(({ award }) => award)}::text[], ${people.map(({ country }) => country)}::text[]) as s(award, country)
        on s.award = g.award and (s.country is null or s.country = g.country)
    where p.erased_at is null and strpos(lower(p.name), lower(${text})) > 0
    group by p.person_id order by p.name, p.person_id limit ${most}`.execute(db.read);
  return rows.map(({ name, ...row }) => ({ ...row, names: { und: name } }));
}
