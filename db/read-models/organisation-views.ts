// The register of organisations, for those who may see it: what is public record, and what their own desks handle.
import { type RawBuilder, sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import {
  type Known,
  keysOf,
  likenessOf,
  partsOf,
  registrationKey,
  wordsOf,
} from '../../domain/organisation/matching.ts';
import type { Registration } from '../../domain/organisation/messages.ts';
import type { Db } from '../database.ts';
import type { FormerName } from '../tables/organisations.ts';
import { keepsAway } from './officer-conflicts.ts';

/** What somebody sees beside the public record: whole awards, one country of an award, nominations that they edit. */
export type Sight = { awards: string[]; desks: { award: string; country: string }[]; editor: string | null };
export type OrganisationLine = {
  organisationId: string;
  names: Texts;
  country: string;
  registration: Registration | null;
  /** How many awards of earlier or published editions it has. */
  awards: number;
};
export type Match = {
  organisationId: string;
  names: Texts;
  country: string;
  certainty: 'sure' | 'likely' | 'possible';
  because: 'registration' | 'name';
  score: number;
};

/** Awards of the public record, by the entry that they were won under: recorded from before, and published to everybody. */
const publicAwards = sql`(
  select organisation_id from historic_laureates union all
  select n.organisation_id from published_laureates p join nominations n on n.nomination_id = p.laureate_id where p.stage = 'public')`;

/**
 * Whether the organisation `o`, one that stands by itself, is one that the viewer knows of. One that is known from a single
 * nomination is hidden with it from an officer in conflict.
 */
export const visible = ({ awards, desks, editor }: Sight): RawBuilder<boolean> => sql<boolean>`(
  (o.registered or not ${keepsAway(editor, sql.ref('o.nomination_id'))}) and (o.award = any (${awards}::text[])
  or exists (select 1 from ${publicAwards} w join organisations a using (organisation_id) where a.survivor = o.organisation_id)
  or exists (select 1 from organisations a join nominations n using (organisation_id) join cycles c on c.cycle_id = n.cycle_id
    where a.survivor = o.organisation_id and (c.award = any (${awards}::text[])
      or (c.award, n.country) in (select * from unnest(${desks.map(({ award }) => award)}::text[], ${desks.map(({ country }) => country)}::text[]))
      or exists (select 1 from drafts d where d.form = 'nomination' and d.subject_id = n.nomination_id
        and ${editor}::uuid = any (d.editors))))))`;

/** Whether the viewer knows of the entry `e`, whatever it is part of now. */
export const knows = ({ awards, desks, editor }: Sight): RawBuilder<boolean> => sql<boolean>`(
  e.award = any (${awards}::text[]) or e.organisation_id in (select w.organisation_id from ${publicAwards} w)
  or exists (select 1 from nominations n join cycles c on c.cycle_id = n.cycle_id
    where n.organisation_id = e.organisation_id and (c.award = any (${awards}::text[])
      or (c.award, n.country) in (select * from unnest(${desks.map(({ award }) => award)}::text[], ${desks.map(({ country }) => country)}::text[]))
      or exists (select 1 from drafts d where d.form = 'nomination' and d.subject_id = n.nomination_id
        and ${editor}::uuid = any (d.editors)))))`;

const line = sql`o.organisation_id as "organisationId", o.names, o.country, o.registration,
  (select count(*)::int from ${publicAwards} w join organisations a using (organisation_id) where a.survivor = o.organisation_id) as awards`;

type Asked = { search: string | null; country: string | null; limit: number; after: string | undefined };

/** In the order of their ids. A search finds every word's beginning, in any of the names, present or former. */
export async function findOrganisations(
  db: Db,
  sight: Sight,
  { search, country, limit, after }: Asked,
): Promise<OrganisationLine[]> {
  const words = search === null ? null : wordsOf(keysOf([{ und: search }]));
  const { rows } = await sql<OrganisationLine>`
    select ${line} from organisations o
    where o.survivor = o.organisation_id and ${visible(sight)}
      and (${words}::text[] is null or exists (
        select 1 from organisations a where a.survivor = o.organisation_id and a.parts @> ${words}::text[]))
      and (${country}::text is null or o.country = ${country})
      and (${after ?? null}::uuid is null or o.organisation_id > ${after ?? null}::uuid)
    order by o.organisation_id limit ${limit}`.execute(db.read);
  return rows;
}

/** The entry that an id stands for now; undefined where the viewer knows of none. */
export async function findSurvivor(
  db: Db,
  sight: Sight,
  organisationId: string,
): Promise<{ organisationId: string; award: string; country: string } | undefined> {
  const { rows } = await sql<{ organisationId: string; award: string; country: string }>`
    select o.organisation_id as "organisationId", o.award, o.country
    from organisations e join organisations o on o.organisation_id = e.survivor
    where e.organisation_id = ${organisationId} and ${visible(sight)}`.execute(db.read);
  return rows[0];
}

type Candidate = OrganisationLine & { ownNames: Texts; former: FormerName[]; ownRegistration: Registration | null };

/**
 * Organisations that may be the same as one that is known by these names and number, the surest first. `self` is its own entry,
 * if it has one: what it was told apart from is not asked about again.
 */
export async function findMatches(db: Db, sight: Sight, known: Known, self: string | null): Promise<Match[]> {
  const parts = partsOf(keysOf(known.names));
  const { rows } = await sql<Candidate>`
    select ${line}, e.names as "ownNames", e.former, e.registration as "ownRegistration"
    from organisations e join organisations o on o.organisation_id = e.survivor
    where (e.parts && ${parts}::text[] or e.registration_key = ${registrationKey(known.registration)}::text)
      and (${self}::uuid is null or (e.survivor <> ${self}::uuid and not exists (
        select 1 from organisation_distinctions d join organisations a on a.organisation_id = d.organisation_id
          join organisations b on b.organisation_id = d.other_id where a.survivor = ${self}::uuid and b.survivor = e.survivor)))
      and ${visible(sight)}
    order by cardinality(array(select unnest(e.parts) intersect select unnest(${parts}::text[]))) desc, e.organisation_id
    limit 200`.execute(db.read);
  const found = rows.flatMap((row): Match[] => {
    const { organisationId, names, country, ownNames, former, ownRegistration } = row;
    const other = { names: [ownNames, ...former.map((one) => one.names)], registration: ownRegistration };
    const likeness = likenessOf(known, other);
    return likeness === null ? [] : [{ organisationId, names, country, ...likeness }];
  });
  return surestFirst(found).slice(0, 10);
}

/** Each organisation once, under whichever of its entries is most like. */
function surestFirst(found: Match[]): Match[] {
  const rank = { sure: 0, likely: 1, possible: 2 };
  const sorted = found.sort((a, b) => rank[a.certainty] - rank[b.certainty] || b.score - a.score);
  return sorted.filter(
    (one, index) => sorted.findIndex((each) => each.organisationId === one.organisationId) === index,
  );
}

/** All that an entry and those merged into it are called. */
export async function getKnown(db: Db, survivor: string): Promise<Known> {
  const rows = await db.read
    .selectFrom('organisations')
    .select(['names', 'former', 'registration'])
    .where('survivor', '=', survivor)
    .execute();
  return {
    names: rows.flatMap(({ names, former }) => [names, ...former.map((one) => one.names)]),
    registration: rows.find(({ registration }) => registration !== null)?.registration ?? null,
  };
}

export type Question = {
  nominationId: string;
  country: string;
  category: string;
  organisationId: string;
  names: Texts;
  matches: Match[];
};

/** Of a page of a cycle's nominations: which organisation each puts forward, and which others that may be, seen by the viewer. */
export async function findQuestions(
  db: Db,
  sight: Sight,
  cycleId: string,
  { country, limit, after }: { country: string | null; limit: number; after: string | undefined },
): Promise<Question[]> {
  const { rows } = await sql<Omit<Question, 'matches'>>`
    select n.nomination_id as "nominationId", n.country, n.category, a.survivor as "organisationId", a.names
    from nominations n join organisations a using (organisation_id)
    where n.cycle_id = ${cycleId} and (${country}::text is null or n.country = ${country})
      and n.status not in ('withdrawn', 'rejected') and not ${keepsAway(sight.editor, sql.ref('n.nomination_id'))}
      and (${after ?? null}::uuid is null or n.nomination_id > ${after ?? null}::uuid)
    order by n.nomination_id limit ${limit}`.execute(db.read);
  const asked = rows.map(async (row) => {
    const known = await getKnown(db, row.organisationId);
    return { ...row, matches: await findMatches(db, sight, known, row.organisationId) };
  });
  return Promise.all(asked);
}
