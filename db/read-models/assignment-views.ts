// The assignment before it is released: who would read what, how full each judge is, and who must not read which entry.
import { sql } from 'kysely';
import { judgingOf, themesOf } from '../../domain/definition-queries.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Pair } from '../../domain/panel/messages.ts';
import { type Panel, panelStream } from '../../domain/panel/state.ts';
import type { Db } from '../database.ts';
import { loadState } from '../execute.ts';
import { explainAssignment, nothingSaid } from './assignment-reasons.ts';
import { getDefinition } from './cycle-views.ts';
import { inConflict } from './judge-views.ts';
import { type Eyes, seenBy } from './panel-views.ts';
import { findVacancies } from './vacancies.ts';

type JudgeRow = {
  judgeId: string;
  name: string;
  country: string | null;
  status: string | null;
  capacity: number | null;
};
type EntryRow = { nominationId: string; country: string; organisation: Texts; apart: string[] };

/** Undefined for a panel that was not formed. Without entries from which the viewer keeps away as an officer. */
export async function findAssignment(db: Db, cycleId: string, group: string, eyes: Eyes) {
  const [{ state }, { definition }] = await Promise.all([
    loadState(db, panelStream(cycleId, group)),
    getDefinition(db, cycleId),
  ]);
  if (state.status === 'none') return undefined;
  const [judges, entries, detail] = await Promise.all([
    judgesOf(db, state),
    entriesOf(db, state, eyes),
    detailOf(db, state),
  ]);
  const [said, vacancies] = await Promise.all([explainAssignment(db, definition, state), findVacancies(db, state)]);
  const visible = new Set(entries.map(({ nominationId }) => nominationId));
  const seesAll = visible.size === state.entries.length;
  const { assignment, assigned } = state;
  const proposed = assignment.status === 'proposed' ? assignment.pairs : [];
  const added = proposed.filter((pair) => !assigned.some((one) => isSame(one, pair)));
  return {
    status: assignment.status,
    proposalId: assignment.status === 'none' ? null : assignment.proposalId,
    seats: judgingOf(definition, state.round).seats,
    themes: themesOf(definition),
    emptySeats: assignment.status === 'proposed' ? assignment.emptySeats : null,
    ...said.whole,
    shortage: detail?.shortage && {
      ...detail.shortage,
      entries: detail.shortage.entries.filter((id) => visible.has(id)),
    },
    islands: said.whole.islands.map((island) => ({
      ...island,
      entries: island.entries.filter((id) => visible.has(id)),
    })),
    // What is said of the whole names entries too.
    broken: seesAll ? (detail?.broken ?? []) : [],
    rules: seesAll ? (detail?.rules ?? []) : [],
    judges: judges.map(({ status, ...judge }) => ({
      ...judge,
      reserve: state.reserves.includes(judge.judgeId),
      accepted: status === 'accepted',
      load: [...assigned, ...added].filter(({ judgeId }) => judgeId === judge.judgeId).length,
    })),
    entries: entries.map((entry) => {
      const { nominationId } = entry;
      return {
        ...{ ...entry, released: readersOf(assigned, entry), proposed: readersOf(added, entry) },
        ...(said.entries.get(nominationId) ?? nothingSaid),
        missing: vacancies
          .filter((one) => one.nominationId === nominationId)
          .map(({ judgeId, because, called }) => ({ judgeId, because, called })),
      };
    }),
  };
}

/** What the run of the present proposal has left beside its plan. */
async function detailOf(db: Db, { assignment }: Panel) {
  if (assignment.status === 'none') return null;
  const row = await db.read
    .selectFrom('proposals')
    .select('detail')
    .where('proposal_id', '=', assignment.proposalId)
    .executeTakeFirst();
  return row?.detail ?? null;
}

const isSame = (a: Pair, b: Pair) => a.nominationId === b.nominationId && a.judgeId === b.judgeId;
const readersOf = (pairs: Pair[], entry: { nominationId: string }) =>
  pairs.filter(({ nominationId }) => nominationId === entry.nominationId).map(({ judgeId }) => judgeId);

async function judgesOf(db: Db, { cycleId, judges, reserves }: Panel): Promise<JudgeRow[]> {
  const { rows } = await sql<JudgeRow>`
    select m.judge as "judgeId", coalesce(p.name, '') as name, j.country, j.status, j.capacity
    from unnest(${[...new Set([...judges, ...reserves])]}::uuid[]) as m(judge)
      left join judges j on j.cycle_id = ${cycleId} and j.judge_id = m.judge
      left join people p on p.person_id = m.judge and p.erased_at is null
    order by p.name, m.judge`.execute(db.read);
  return rows;
}

async function entriesOf(db: Db, { cycleId, group }: Panel, eyes: Eyes): Promise<EntryRow[]> {
  const entry = seenBy(eyes, 'nominationId');
  const apart = inConflict({
    cycle: sql.ref('p.cycle_id'),
    judge: sql.ref('m.judge'),
    entry: sql`(x.e ->> 'nominationId')::uuid`,
    country: sql`x.e ->> 'country'`,
  });
  const { rows } = await sql<EntryRow>`
    select x.e ->> 'nominationId' as "nominationId", x.e ->> 'country' as country, ${entry.organisation} as organisation,
      array(select m.judge::text from (select distinct judge from unnest(p.judges || p.reserves) as u(judge)) m
        where ${apart} order by m.judge) as apart
    from panels p join cycles c using (cycle_id) cross join json_array_elements(p.entries) with ordinality as x(e, place)
    where p.cycle_id = ${cycleId} and p.panel_group = ${group} and ${entry.visible} order by x.place`.execute(db.read);
  return rows;
}
