// Panels as those who run, lead or sit on them see them. Who judges does not get what is in conflict with them.
import { type RawBuilder, sql } from 'kysely';
import type { AwardDefinition, Round } from '../../domain/award-definition.ts';
import { findRound, nextRoundOf } from '../../domain/definition-queries.ts';
import type { Texts, Winner } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { isKeptFrom, isUnasked } from './judge-views.ts';
import { judgingIsOver } from './judging-over.ts';
import { keepsAway } from './officer-conflicts.ts';
import { everyEntryOf } from './panel-entries.ts';

export type PanelLine = {
  id: string;
  cycleId: string;
  group: string;
  country: string | null;
  category: string;
  status: 'formed' | 'scoring' | 'closed' | 'sealed' | 'decided' | 'signed';
  chair: string | null;
  deputyChair: string | null;
  judges: string[];
  reserves: string[];
  round: string;
  entries: {
    nominationId: string;
    country: string;
    organisation: Texts;
    dossierVersion: number;
    newestVersion: number;
  }[];
  decision: Winner[] | null;
  source: string | null;
  signedAt: string | null;
  /** Some entry of the panel, gone on or not, is not the viewer's to see. */
  keptAway: boolean;
  judgingOver: boolean;
  rounds: RoundLine[];
};
/** With those of its entries that the viewer sees, and how many of them went on; none where the award has one round. */
export type RoundLine = {
  key: string;
  names: Texts;
  state: 'ended' | 'present' | 'to-come';
  entries: number | null;
  wentOn: number | null;
  /** Of the present round, where it ends before judging does. */
  closesAt: string | null;
};
/** Through whose eyes: a judge's, with the decision or without, or a desk's. An officer keeps away from some entries. */
export type Eyes = { judge: string | null; officer: string | null; decision: boolean };
type Filter = { group?: string; country?: string | null; limit?: number; after?: string | undefined };

const nobody = JSON.stringify({ en: '—' } satisfies Texts);

/**
 * One entry or winner of a panel `p` in cycle `c`, under the alias `x.e`: whether the viewer may see it, and as what. The
 * name is left out where the award is judged blind.
 */
export const seenBy = ({ judge, officer }: Omit<Eyes, 'decision'>, idField: 'nominationId' | 'laureateId') => {
  const entry = sql`(x.e ->> ${sql.lit(idField)})::uuid`;
  const at = { cycle: sql.ref('p.cycle_id'), judge: sql`${judge}::uuid`, entry };
  return {
    visible: sql<boolean>`(not ${keepsAway(officer, entry)} and (${judge}::uuid is null
      or not (${isKeptFrom({ ...at, country: sql`x.e ->> 'country'` })} or ${isUnasked(at)})))`,
    organisation: sql`case when ${judge}::uuid is not null and c.definition -> 'judging' -> 'blind' ->> 'nominee' = 'true'
      then ${nobody}::json else x.e -> 'organisation' end`,
  };
};

/** Of an entry `x.e`: the version that is judged, and the newest one. */
export const versions = sql`'dossierVersion', (x.e ->> 'version')::int, 'newestVersion', coalesce(
  (select n.version from nominations n where n.nomination_id = (x.e ->> 'nominationId')::uuid), (x.e ->> 'version')::int)`;

type Defined = AwardDefinition['judging']['rounds'];
type Ended = { round: string; entries: number; wentOn: number };
type Row = Omit<PanelLine, 'signedAt' | 'rounds'> & {
  signedAt: Date | null;
  roundClosesAt: Date | null;
  defined: Defined;
  ended: Ended[];
};

/** In the order of their groups; `after` is the last one seen. `country` keeps to a country's own panels. */
export async function findPanels(db: Db, cycleId: string, eyes: Eyes, filter: Filter): Promise<PanelLine[]> {
  const { group = null, country = null, limit = 1, after = null } = filter;
  const entry = seenBy(eyes, 'nominationId');
  const winner = seenBy(eyes, 'laureateId');
  // Who does not see every entry sees no decision: by whom it names, and whom not, the rest could be told.
  const seesAll = sql`not exists (select from ${everyEntryOf} as x(e) where not ${entry.visible})`;
  const { rows } = await sql<Row>`
    select p.cycle_id || '~' || p.panel_group as id, p.cycle_id as "cycleId", p.panel_group as "group", p.country, p.category,
      p.status, p.chair, p.deputy_chair as "deputyChair", p.judges, p.reserves, p.round,
      (select coalesce(json_agg(json_build_object('nominationId', x.e ->> 'nominationId', 'country', x.e ->> 'country',
          'organisation', ${entry.organisation}, ${versions}) order by x.place), '[]')
        from json_array_elements(p.entries) with ordinality as x(e, place) where ${entry.visible}) as entries,
      case when ${eyes.decision} and p.status in ('decided', 'signed') and ${seesAll} then
        (select coalesce(json_agg(json_build_object('laureateId', x.e ->> 'laureateId', 'group', x.e ->> 'group',
            'country', x.e ->> 'country', 'category', x.e ->> 'category', 'organisation', ${winner.organisation},
            'place', x.e ->> 'place', 'order', (x.e ->> 'order')::int) order by x.place), '[]')
          from json_array_elements(p.decision) with ordinality as x(e, place) where ${winner.visible}) end as decision,
      case when ${eyes.decision} and p.status in ('decided', 'signed') and ${seesAll} then p.source end as source, p.signed_at as "signedAt",
      not ${seesAll} as "keptAway", ${judgingIsOver} as "judgingOver", p.round_closes_at as "roundClosesAt", c.definition -> 'judging' -> 'rounds' as defined,
      (select coalesce(json_agg(json_build_object('round', r.round, ${roundCounts(entry.visible)}) order by r.number), '[]')
        from panel_rounds r where r.cycle_id = p.cycle_id and r.panel_group = p.panel_group) as ended
    from panels p join cycles c using (cycle_id)
    where p.cycle_id = ${cycleId} and (${group}::text is null or p.panel_group = ${group})
      and (${country}::text is null or p.country = ${country}) and (${after}::text is null or p.panel_group > ${after})
    order by p.panel_group limit ${limit}`.execute(db.read);
  return rows.map(({ defined, ended, roundClosesAt, ...row }) => ({
    ...row,
    signedAt: row.signedAt?.toISOString() ?? null,
    rounds: roundsOf({ ...row, roundClosesAt }, defined, ended),
  }));
}

/** Of an ended round `r`, over the entries that the viewer sees: by the numbers nothing is told of the others. */
const roundCounts = (visible: RawBuilder<boolean>) => sql`
  'entries', (select count(*)::int from json_array_elements(r.entries) as x(e) where ${visible}),
  'wentOn', (select count(*)::int from json_array_elements(r.entries) as x(e) where ${visible}
    and (r.shortlist::jsonb -> 'entries') ? (x.e ->> 'nominationId'))`;

/** From the round that the panel began with to the last that follows it. */
function roundsOf(
  { round, entries, roundClosesAt }: Pick<Row, 'round' | 'entries' | 'roundClosesAt'>,
  rounds: Defined,
  ended: Ended[],
): RoundLine[] {
  const definition = { judging: { rounds } };
  const chain: Round[] = [];
  let at = findRound(definition, ended[0]?.round ?? round);
  for (; at !== undefined; at = nextRoundOf(definition, at.key)) chain.push(at);
  if (chain.length < 2) return [];
  return chain.map(({ key, names }) => {
    const over = ended.find((one) => one.round === key);
    if (over !== undefined)
      return { key, names, state: 'ended', entries: over.entries, wentOn: over.wentOn, closesAt: null };
    const state = key === round ? 'present' : 'to-come';
    const closesAt = key === round ? (roundClosesAt?.toISOString() ?? null) : null;
    return { key, names, state, entries: key === round ? entries.length : null, wentOn: null, closesAt };
  });
}
