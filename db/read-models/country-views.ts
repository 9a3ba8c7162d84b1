// The country desk, and the secretariat's list of who is late.
import { sql } from 'kysely';
import { countriesInOrder, findCountry, forwardKey, groupOf } from '../../domain/definition-queries.ts';
import { textOf } from '../../domain/localized-text.ts';
import type { Texts } from '../../domain/messages.ts';
import { countryPhases } from '../../domain/phases.ts';
import { byName } from '../collations.ts';
import type { Db } from '../database.ts';
import { findOpenDispensations } from './dispensations.ts';
import { findKeptFrom, keepsAway } from './officer-conflicts.ts';

export type CategoryDesk = {
  category: string;
  status: 'open' | 'signed' | 'no-nominee';
  quota: { used: number; cap: number };
  ranking: string[];
  /** Nominations by where they stand. */
  counts: { [status: string]: number };
  panel: string | null;
};
export type CountryDesk = {
  iso2: string;
  names: Texts;
  /** The phase the country is in; null before nominations open and once all its phases are closed. */
  phase: string | null;
  /** Governing zone of the cycle, and the country's own. */
  zone: string;
  ownZone: string;
  closesAt: { [phase: string]: string };
  /** Those of the phases whose instant is the country's own. */
  ownPhases: string[];
  closed: string[];
  /** Those that hold now, the one that ends last first. */
  dispensations: { step: string; category: string | null; until: string }[];
  categories: CategoryDesk[];
};

type Order = { language?: string; order?: 'protocol' | 'name' };
/** Who keeps away from some files: they are neither counted nor ranked there. */
type Officer = { officer?: string | null };

/** In protocol order, as texts in the language have it; or by name, as the language sorts. */
export async function listCountries(
  db: Db,
  cycleId: string,
  { language = 'en', order = 'protocol', officer = null }: Order & Officer = {},
): Promise<CountryDesk[]> {
  const all = await desks(db, cycleId, { only: null, language, officer });
  return order === 'protocol' ? all : all.sort(byName(language, ({ names }) => textOf(names, language)));
}

/** @throws Error when the country is not in the cycle: check with `countryTarget` first. */
export async function getCountry(
  db: Db,
  cycleId: string,
  iso2: string,
  { officer = null }: Officer = {},
): Promise<CountryDesk> {
  const [desk] = await desks(db, cycleId, { only: iso2, language: 'en', officer });
  if (desk === undefined) throw new Error(`${iso2} is not in the cycle.`);
  return desk;
}

type Wanted = { only: string | null; language: string; officer: string | null };

async function desks(db: Db, cycleId: string, { only, language, officer }: Wanted): Promise<CountryDesk[]> {
  const cycle = await db.read
    .selectFrom('cycles')
    .selectAll()
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow();
  const [kept, cyclePhases, own, categories, counts, slots, panels, dispensations] = await Promise.all([
    findKeptFrom(db, officer),
    db.read.selectFrom('cycle_phases').selectAll().where('cycle_id', '=', cycleId).execute(),
    db.read.selectFrom('country_phases').selectAll().where('cycle_id', '=', cycleId).execute(),
    db.read.selectFrom('country_categories').selectAll().where('cycle_id', '=', cycleId).execute(),
    db.read
      .selectFrom('nominations')
      .select(['country', 'category', 'status', (eb) => eb.fn.countAll<number>().as('n')])
      .where('cycle_id', '=', cycleId)
      .where(sql<boolean>`not ${keepsAway(officer, sql.ref('nominations.nomination_id'))}`)
      .groupBy(['country', 'category', 'status'])
      .execute(),
    db.read.selectFrom('capacities').selectAll().where('key', 'like', `forward/${cycleId}/%`).execute(),
    db.read.selectFrom('panels').select(['panel_group', 'status']).where('cycle_id', '=', cycleId).execute(),
    findOpenDispensations(db, cycleId),
  ]);
  const run = cycle.scope === 'national' ? countryPhases : countryPhases.slice(0, 2);
  const wanted = countriesInOrder(cycle.definition, language)
    .map(({ iso2 }) => iso2)
    .filter((iso2) => cycle.countries.includes(iso2) && (only === null || only === iso2));
  return wanted.map((iso2) => {
    const country = findCountry(cycle.definition, iso2);
    const mine = own.filter((row) => row.iso2 === iso2);
    const ofCycle = (phase: string) => cyclePhases.find((row) => row.phase === phase);
    const isClosed = (phase: string) =>
      ofCycle(phase)?.status === 'closed' || mine.some((row) => row.phase === phase && row.closed_at !== null);
    const started = ofCycle('nomination')?.status !== 'pending' && cycle.status === 'running';
    return {
      iso2,
      names: country?.names ?? { en: iso2 },
      phase: started ? (run.find((phase) => !isClosed(phase)) ?? null) : null,
      zone: cycle.zone,
      ownZone: country?.zone ?? cycle.zone,
      closesAt: Object.fromEntries(
        run.flatMap((phase) => {
          const at = earlier(mine.find((row) => row.phase === phase)?.closes_at, ofCycle(phase)?.closes_at);
          return at ? [[phase, at.toISOString()]] : [];
        }),
      ),
      ownPhases: run.filter((phase) => {
        const at = mine.find((row) => row.phase === phase)?.closes_at;
        return at != null && earlier(at, ofCycle(phase)?.closes_at) === at;
      }),
      closed: run.filter(isClosed),
      dispensations: dispensations
        .filter((row) => row.iso2 === iso2)
        .map(({ step, category, until_at }) => ({ step, category, until: until_at.toISOString() })),
      categories: categories
        .filter((row) => row.iso2 === iso2)
        .map((row) => {
          const slot = slots.find(({ key }) => key === forwardKey(cycleId, iso2, row.category));
          return {
            category: row.category,
            status: row.status,
            quota: { used: slot?.used ?? 0, cap: slot?.cap ?? 0 },
            ranking: row.ranking.filter((id) => !kept.has(id)),
            counts: Object.fromEntries(
              counts
                .filter((one) => one.country === iso2 && one.category === row.category)
                .map((one) => [one.status, Number(one.n)]),
            ),
            panel:
              panels.find((one) => one.panel_group === groupOf(cycle.definition, iso2, row.category))?.status ?? null,
          };
        }),
    };
  });
}

/** A country's own instant is never later than the cycle's. */
function earlier(own: Date | null | undefined, ofCycle: Date | null | undefined): Date | null {
  if (!own || !ofCycle) return own ?? ofCycle ?? null;
  return own < ofCycle ? own : ofCycle;
}

/** Until when a step is open to the country in a category, by its phase or a dispensation; null when it is not. */
export function stepUntil(desk: CountryDesk, step: string, category: string | null): { until: string | null } | null {
  const late = desk.dispensations.find((one) => one.step === step && (one.category ?? category) === category);
  if (desk.phase === step) return { until: late?.until ?? desk.closesAt[step] ?? null };
  return late === undefined ? null : { until: late.until };
}

/**
 * The entries of a panel, or null while screening is open. One query, so one snapshot: once screening shows as closed in it,
 * nothing more can be forwarded.
 */
export async function findEntries(db: Db, cycleId: string, country: string | null, category: string) {
  const { rows } = await sql<{
    closed: boolean;
    nominationId: string | null;
    country: string;
    organisation: Texts;
    version: number;
  }>`
    with screening as (
      select exists (select 1 from cycle_phases where cycle_id = ${cycleId} and phase = 'screening' and status = 'closed')
        or exists (select 1 from country_phases where cycle_id = ${cycleId} and iso2 = ${country} and phase = 'screening' and closed_at is not null) as closed)
    select s.closed, n.nomination_id as "nominationId", n.country, n.organisation, n.version
    from screening s left join nominations n on n.cycle_id = ${cycleId} and n.category = ${category} and n.status = 'forwarded'
      and (${country}::text is null or n.country = ${country})
    order by n.country, n.submitted_at, n.nomination_id`.execute(db.read);
  if (rows[0]?.closed !== true) return null;
  return rows.flatMap(({ nominationId, country: iso2, organisation, version }) =>
    nominationId === null ? [] : [{ nominationId, country: iso2, category, organisation, version }],
  );
}
