// What the record says of one organisation: its names, its awards, its nominations, and whether it has to wait.
import { sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import type { Registration } from '../../domain/organisation/messages.ts';
import { type Waiting, waitingOf } from '../../domain/organisation/waiting-period.ts';
import type { Db } from '../database.ts';
import type { FormerName } from '../tables/organisations.ts';
import { keepsAway } from './officer-conflicts.ts';
import { knows, type Sight } from './organisation-views.ts';

export type AwardOnRecord = {
  award: string;
  edition: number | null;
  year: number | null;
  country: string;
  category: string;
  /** `published`: of a cycle of this system; else as a source states it, or as it was concluded. */
  basis: 'published' | 'stated' | 'inferred';
  names: Texts;
  note: string | null;
  sources: string[];
  /** The record stays, and nobody has to wait for it. */
  revoked: boolean;
};

/** Awards that an organisation has, under any of its entries: recorded from before, and of cycles once they are public. */
export async function findAwards(db: Db, survivor: string): Promise<AwardOnRecord[]> {
  const { rows } = await sql<AwardOnRecord>`
    select h.award, h.edition, h.year, h.country, h.category, h.basis, h.names, h.note, h.sources, false as revoked
    from historic_laureates h join organisations a using (organisation_id) where a.survivor = ${survivor}
    union all
    select c.award, c.number, c.year, p.country, p.category, 'published', p.organisation, null, '[]'::json, p.revoked_at is not null
    from published_laureates p join nominations n on n.nomination_id = p.laureate_id
      join organisations a on a.organisation_id = n.organisation_id join cycles c on c.cycle_id = p.cycle_id
    where a.survivor = ${survivor} and p.stage = 'public' and not exists (
      select 1 from historic_laureates h join organisations b on b.organisation_id = h.organisation_id
      where b.survivor = a.survivor and h.award = c.award and h.edition = c.number and h.category = p.category)
    order by 1, 2 nulls last, 5`.execute(db.read);
  return rows;
}

export type OrganisationRecord = {
  organisationId: string;
  names: Texts;
  former: FormerName[];
  country: string;
  registration: Registration | null;
  /** Entries that were merged into it, as far as the viewer knows of them. */
  merged: { organisationId: string; names: Texts }[];
  awards: AwardOnRecord[];
  nominations: { nominationId: string; cycleId: string; country: string; category: string; status: string }[];
};

export async function getOrganisation(db: Db, survivor: string, sight: Sight): Promise<OrganisationRecord> {
  const [entries, awards, nominations] = await Promise.all([
    db.read
      .selectFrom('organisations as e')
      .selectAll()
      .where('survivor', '=', survivor)
      .where(sql<boolean>`(e.organisation_id = ${survivor} or ${knows(sight)})`)
      .orderBy('organisation_id')
      .execute(),
    findAwards(db, survivor),
    findNominations(db, survivor, sight),
  ]);
  const own = entries.find((row) => row.organisation_id === survivor);
  if (own === undefined) throw new Error(`The register has no entry ${survivor}.`);
  return {
    organisationId: survivor,
    names: own.names,
    former: own.former,
    country: own.country,
    registration: own.registration,
    merged: entries
      .filter((row) => row !== own)
      .map(({ organisation_id: organisationId, names }) => ({ organisationId, names })),
    awards,
    nominations,
  };
}

async function findNominations(db: Db, survivor: string, { awards, desks, editor }: Sight) {
  const { rows } = await sql<OrganisationRecord['nominations'][number]>`
    select n.nomination_id as "nominationId", n.cycle_id as "cycleId", n.country, n.category, n.status
    from nominations n join organisations a using (organisation_id) join cycles c on c.cycle_id = n.cycle_id
    where a.survivor = ${survivor} and not ${keepsAway(editor, sql.ref('n.nomination_id'))} and (c.award = any (${awards}::text[])
      or (c.award, n.country) in (select * from unnest(${desks.map(({ award }) => award)}::text[], ${desks.map(({ country }) => country)}::text[]))
      or exists (select 1 from drafts d where d.form = 'nomination' and d.subject_id = n.nomination_id and ${editor}::uuid = any (d.editors)))
    order by c.planned_at, n.nomination_id limit 200`.execute(db.read);
  return rows;
}

export type NomineeRecord = {
  organisationId: string;
  names: Texts;
  /** Awards of editions before the nomination's. */
  earlier: AwardOnRecord[];
  waiting: Waiting;
  /** What the record proposes for the checklist: a person decides. */
  proposal: { item: string; outcome: 'failed'; reason: string } | null;
};

/** What the record says of the organisation that a nomination puts forward; undefined before it is submitted. */
export async function findNominee(db: Db, nominationId: string): Promise<NomineeRecord | undefined> {
  const { rows } = await sql<{
    organisationId: string;
    names: Texts;
    award: string;
    number: number;
    editions: number;
    checklist: { key: string; fact?: string }[];
  }>`
    select o.organisation_id as "organisationId", o.names, c.award, c.number, (c.definition ->> 'waitingEditions')::int as editions,
      c.definition -> 'checklist' as checklist
    from nominations n join organisations a using (organisation_id) join organisations o on o.organisation_id = a.survivor
      join cycles c on c.cycle_id = n.cycle_id where n.nomination_id = ${nominationId}`.execute(db.read);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { organisationId, names, award, number, editions, checklist } = row;
  const awards = (await findAwards(db, organisationId)).filter((one) => one.award === award);
  const earlier = awards.filter(({ edition }) => edition === null || edition < number);
  const standing = earlier.filter(({ revoked }) => !revoked);
  const waiting = waitingOf(standing, number, editions);
  const item = checklist.find(({ fact }) => fact === 'waiting-period')?.key;
  const proposal = waiting.status === 'within' && item !== undefined ? { item, ...proposed(standing, waiting) } : null;
  return { organisationId, names, earlier, waiting, proposal };
}

function proposed(earlier: AwardOnRecord[], { editions, freeFrom }: Waiting) {
  const last = Math.max(...earlier.flatMap(({ edition }) => edition ?? []));
  const reason = `Laureate of edition ${last}; the award waits ${editions} editions, until edition ${freeFrom}.`;
  return { outcome: 'failed' as const, reason };
}

export type Repeated = {
  organisationId: string;
  names: Texts;
  nominations: { nominationId: string; country: string; category: string; status: string }[];
};

/** Organisations nominated more than once in a cycle, by one country where it is named. Given up and rejected ones do not count. */
export async function findRepeated(
  db: Db,
  cycleId: string,
  {
    country,
    viewer,
    limit,
    after,
  }: { country: string | null; viewer: string | null; limit: number; after: string | undefined },
): Promise<Repeated[]> {
  const { rows } = await sql<Repeated>`
    select o.organisation_id as "organisationId", o.names, json_agg(json_build_object('nominationId', n.nomination_id,
      'country', n.country, 'category', n.category, 'status', n.status) order by n.nomination_id) as nominations
    from nominations n join organisations a using (organisation_id) join organisations o on o.organisation_id = a.survivor
    where n.cycle_id = ${cycleId} and n.status not in ('withdrawn', 'rejected', 'disqualified') and (${country}::text is null or n.country = ${country})
      and not ${keepsAway(viewer, sql.ref('n.nomination_id'))}
      and (${after ?? null}::uuid is null or o.organisation_id > ${after ?? null}::uuid)
    group by o.organisation_id having count(*) > 1
    order by o.organisation_id limit ${limit}`.execute(db.read);
  return rows;
}
