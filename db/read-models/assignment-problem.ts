// The problem of a panel's assignment: entries and judges with their facts, and who must not read what.
import { sql } from 'kysely';
import { ProblemFile, type ProblemInput } from '../../domain/assignment/messages.ts';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { judgingOf } from '../../domain/definition-queries.ts';
import type { Pair } from '../../domain/panel/messages.ts';
import type { Panel } from '../../domain/panel/state.ts';
import type { Db } from '../database.ts';
import { inConflict } from './judge-views.ts';

type EntryRow = { id: string; country: string; languages: string[]; theme: string | null; apart: string[] };
type JudgeRow = {
  id: string;
  country: string | null;
  bodies: string[] | null;
  languages: string[];
  themes: string[];
  wishes: string[];
  capacity: number | null;
};
type Wanted = {
  pinned: readonly Pair[];
  previous: readonly Pair[];
  /** Reserves may stand in: they are looked at as well. */
  withReserves?: boolean;
};

/**
 * Judges who serve or may still accept. What was released before stays, unless a conflict stands by now; pins are binding.
 * An entry has seats for all whom it has already.
 */
export async function findAssignmentProblem(
  db: Db,
  { definition }: { definition: AwardDefinition },
  panel: Panel,
  { pinned, previous, withReserves = false }: Wanted,
): Promise<ProblemFile> {
  const members = withReserves ? [...new Set([...panel.judges, ...panel.reserves])] : panel.judges;
  const [judges, entries] = await Promise.all([
    judgesOf(db, panel.cycleId, members),
    entriesOf(db, panel, members, definition.form.themeField ?? null),
  ]);
  const apart = new Set(entries.flatMap((entry) => entry.apart.map((judge) => `${entry.id} ${judge}`)));
  const names = { entries: new Set(entries.map(({ id }) => id)), judges: new Set(judges.map(({ id }) => id)) };
  const stands = ({ nominationId, judgeId }: Pair) =>
    names.entries.has(nominationId) && names.judges.has(judgeId) && !apart.has(`${nominationId} ${judgeId}`);
  const kept = panel.assigned.filter(stands);
  const pins = [
    ...new Map([...pinned, ...kept].map((pair) => [`${pair.nominationId} ${pair.judgeId}`, pair])).values(),
  ];
  const count = (key: 'nominationId' | 'judgeId', id: string) => kept.filter((pair) => pair[key] === id).length;
  const { seats } = judgingOf(definition, panel.round);
  const input: ProblemInput = {
    ...{ kind: 'assignment', id: `${panel.cycleId}~${panel.group}` },
    round: { scope: definition.judging.scope, conflictScope: 'body' },
    rules: { previous: previous.length === 0 ? null : tuples(previous) },
    entries: entries.map(({ id, country, languages, theme }) => {
      return {
        id,
        country,
        languages,
        themes: theme === null ? [] : [theme],
        seats: Math.max(seats, count('nominationId', id)),
      };
    }),
    judges: judges.map(({ bodies, capacity, ...judge }) => {
      const room = capacity === null ? null : Math.max(capacity, count('judgeId', judge.id));
      return { ...judge, body: bodyOf(bodies), capacity: room };
    }),
    declaredConflicts: entries.flatMap(({ id, apart: judgeIds }) =>
      judgeIds.map((judge): [string, string] => [judge, id]),
    ),
    pins: tuples(pins),
  };
  return ProblemFile.parse(input);
}

const tuples = (pairs: readonly Pair[]) =>
  pairs.map(({ nominationId, judgeId }): [string, string] => [nominationId, judgeId]);

/** The first that a judge has named is the employer, however it was typed. */
const bodyOf = (bodies: string[] | null): string | null => {
  const [first = ''] = bodies ?? [];
  return first === '' ? null : nameKey(first);
};
const nameKey = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();

async function judgesOf(db: Db, cycleId: string, members: string[]): Promise<JudgeRow[]> {
  if (members.length === 0) return [];
  return db.read
    .selectFrom('judges as j')
    .leftJoin('judge_bodies as b', (join) =>
      join.onRef('b.judge_id', '=', 'j.judge_id').onRef('b.cycle_id', '=', 'j.cycle_id'),
    )
    .select(['j.judge_id as id', 'j.country', 'b.bodies', 'j.languages', 'j.themes', 'j.wishes', 'j.capacity'])
    .where('j.cycle_id', '=', cycleId)
    .where('j.judge_id', 'in', members)
    .where('j.status', 'in', ['invited', 'accepted'])
    .orderBy('j.judge_id')
    .execute();
}

/** An entry is read in the languages that its title stands in. */
async function entriesOf(db: Db, panel: Panel, members: string[], themeField: string | null): Promise<EntryRow[]> {
  const entry = sql`n.nomination_id`;
  const apart = inConflict({
    cycle: sql`${panel.cycleId}::uuid`,
    judge: sql.ref('m.judge'),
    entry,
    country: sql`n.country`,
  });
  const recusedBefore = sql`exists (select 1 from scorecards s where s.nomination_id = n.nomination_id and s.judge_id = m.judge
    and s.status = 'recused' and s.round <> ${panel.round})`;
  const { rows } = await sql<EntryRow>`
    select n.nomination_id as id, n.country, array(select json_object_keys(n.title) order by 1) as languages,
      d.content ->> ${themeField}::text as theme,
      array(select m.judge::text from unnest(${members}::uuid[]) as m(judge) where ${apart} or ${recusedBefore} order by m.judge) as apart
    from unnest(${panel.entries.map(({ nominationId }) => nominationId)}::uuid[]) as e(id)
      join nominations n on n.nomination_id = e.id left join dossiers d on d.hash = n.dossier
    order by n.nomination_id`.execute(db.read);
  return rows;
}
