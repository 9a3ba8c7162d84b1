// The public record of an award over all its editions: those held before this system, and those that it has published.
import { sql } from 'kysely';
import type { HistoricEdition } from '../../domain/edition/messages.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';

export type RecordedLaureate = {
  key: string;
  organisationId: string;
  /** As it was called then, and as it is called now. */
  names: Texts;
  present: Texts;
  edition: number | null;
  year: number | null;
  country: string;
  category: string;
  basis: 'published' | 'stated' | 'inferred';
  /** As the source prints the name, where it was put into another encoding. */
  printed: string | null;
  note: string | null;
  sources: string[];
  /** The record stays: it says that the award was revoked, and why, where that is published. */
  revoked: { at: string; note: Texts | null } | null;
};
type Row = Omit<RecordedLaureate, 'revoked'> & { revokedAt: Date | null; publicNote: Texts | null };
type Asked = {
  edition?: number | null;
  /** One row alone, by its key. */
  key?: string;
  /** One organisation's alone. */
  organisationId?: string;
  limit: number;
  after?: string[] | undefined;
};

/** One row for each award of an organisation; one that is published here and recorded from a source is shown as published. */
const laureatesOf = (award: string) => sql`
  with own as (
    select p.laureate_id::text as key, a.survivor, p.organisation as names, c.number as edition, c.year, p.country, p.category,
      'published' as basis, null::text as printed, null::text as note, '[]'::json as sources,
      p.revoked_at, p.public_note
    from published_laureates p join cycles c on c.cycle_id = p.cycle_id join nominations n on n.nomination_id = p.laureate_id
      join organisations a on a.organisation_id = n.organisation_id
    where c.award = ${award} and p.stage = 'public' and c.status <> 'cancelled'),
  before as (
    select h.laureate_key as key, a.survivor, h.names, h.edition, h.year, h.country, h.category, h.basis, h.printed, h.note, h.sources,
      null::timestamptz as revoked_at, null::json as public_note
    from historic_laureates h join organisations a using (organisation_id)
    where h.award = ${award} and not exists (
      select 1 from own where own.survivor = a.survivor and own.edition = h.edition and own.category = h.category)),
  laureates as (select * from own union all select * from before)`;

/** The newest edition first; awards whose edition no source states come last. `after`: edition and key of the last one seen. */
export async function findRecord(db: Db, award: string, asked: Asked): Promise<RecordedLaureate[]> {
  const { edition = null, key = null, organisationId = null, limit, after = [] } = asked;
  const [lastEdition = null, lastKey = null] = after;
  const { rows } = await sql<Row>`${laureatesOf(award)}
    select l.key, l.survivor as "organisationId", l.names, o.names as present, l.edition, l.year, l.country, l.category, l.basis,
      l.printed, l.note, l.sources, l.revoked_at as "revokedAt", l.public_note as "publicNote"
    from laureates l join organisations o on o.organisation_id = l.survivor
    where (${edition}::int is null or l.edition = ${edition}::int)
      and (${key}::text is null or l.key = ${key}::text)
      and (${organisationId}::text is null or l.survivor::text = ${organisationId}::text)
      and (${lastKey}::text is null or (-coalesce(l.edition, 0), l.country || l.category || l.key) >
        (-${lastEdition ?? 0}::int, ${lastKey}::text))
    order by -coalesce(l.edition, 0), l.country || l.category || l.key limit ${limit}`.execute(db.read);
  return rows.map(({ revokedAt, publicNote, ...row }) => ({
    ...row,
    revoked: revokedAt && { at: revokedAt.toISOString(), note: publicNote },
  }));
}

export const placeOf = (row: RecordedLaureate): string[] => [
  String(row.edition ?? 0),
  row.country + row.category + row.key,
];

type Facts = Omit<HistoricEdition, 'number' | 'year'>;
export type RecordedEdition = Facts & {
  number: number;
  year: number;
  /** How many of its laureates are named in the record. */
  named: number;
  /** The cycle of this system, where it is one. */
  slug: string | null;
};

/** Newest first; a cycle stands here from the opening of its call. `after` is the number of the last one seen. */
export async function findEditions(
  db: Db,
  award: string,
  { limit, after }: { limit: number; after: number | undefined },
): Promise<RecordedEdition[]> {
  const { rows } = await sql<{
    number: number;
    year: number;
    facts: Facts | null;
    named: number;
    slug: string | null;
    host: string | null;
    zone: string | null;
    categories: string[] | null;
  }>`${laureatesOf(award)},
    cycles_shown as (
      select distinct on (c.number) c.number, c.year, c.slug, c.host, c.zone, c.categories from cycles c
      where c.award = ${award} and c.status <> 'cancelled' and exists (
        select 1 from cycle_phases p where p.cycle_id = c.cycle_id and p.phase = 'nomination' and p.status <> 'pending')
      order by c.number, c.planned_at desc)
    select coalesce(c.number, h.number) as number, coalesce(c.year, h.year) as year, h.facts, c.slug, c.host, c.zone, c.categories,
      (select count(*)::int from laureates l where l.edition = coalesce(c.number, h.number)) as named
    from (select * from historic_editions where award = ${award}) h full join cycles_shown c on c.number = h.number
    where ${after ?? null}::int is null or coalesce(c.number, h.number) < ${after ?? null}::int
    order by 1 desc limit ${limit}`.execute(db.read);
  return rows.map(({ number, year, facts, named, slug, host, zone, categories }) => ({
    ...unstated,
    ...(slug !== null && { host, zone, categories: categories ?? [] }),
    ...facts,
    ...{ number, year, named, slug },
  }));
}

const unstated: Facts = {
  ...{ ceremonyDate: null, ceremonyTime: null, zone: null, place: null, host: null, venue: null, mode: null },
  ...{ categories: [], laureateCount: null, nonNominating: null, theme: null, sources: [], note: null },
};
