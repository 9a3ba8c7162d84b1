// Tasks of judges and of those who lead and sign for panels.
import { sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { inConflict } from './judge-views.ts';
import { judgingIsOver } from './judging-over.ts';
import { keepsAway } from './officer-conflicts.ts';
import { everyEntryOf } from './panel-entries.ts';
import type { HeldRole, Task, TaskHolder, TaskKind } from './tasks.ts';
import { vacantSeats } from './vacancies.ts';

type Row = {
  kind: TaskKind;
  cycleId: string;
  country: string | null;
  category: string | null;
  title: Texts;
  count: number;
  dueAt: Date | null;
  zone: string;
  link: string;
};

export async function findJudgingTasks(db: Db, { personId, roles, reader = personId }: TaskHolder): Promise<Task[]> {
  const found = await Promise.all([
    serving(db, personId),
    scoring(db, personId, reader),
    deciding(db, personId, roles),
    decidingOnPaper(db, roles),
    callingReserves(db, roles, reader),
  ]);
  return found.flat().map(({ dueAt, ...task }) => ({ ...task, dueAt: dueAt?.toISOString() ?? null }));
}

/** A phase's end: the country's own, else the cycle's. */
export const endOf = (phase: string, cycle: string, country: string) =>
  sql<Date>`least(
    (select closes_at from country_phases where cycle_id = ${sql.ref(cycle)} and iso2 = ${sql.ref(country)} and phase = ${phase}),
    (select closes_at from cycle_phases where cycle_id = ${sql.ref(cycle)} and phase = ${phase}))`;

/** Of a panel `p`: its round's own end, else that of judging. */
export const scoringEnd = sql<Date>`least(p.round_closes_at, ${endOf('judging', 'p.cycle_id', 'p.country')})`;

async function serving(db: Db, personId: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select case when j.status = 'invited' then 'answer-judge-invitation' else 'accept-terms' end as kind,
      c.cycle_id as "cycleId", j.country, null as category, c.title, 1 as count,
      ${endOf('judging', 'j.cycle_id', 'j.country')} as "dueAt", c.zone,
      '/api/v1/cycles/' || c.cycle_id || '/judges/' || j.judge_id as link
    from judges j join cycles c on c.cycle_id = j.cycle_id and c.status = 'running'
    where j.judge_id = ${personId} and (j.status = 'invited' or (j.status = 'accepted' and j.terms is null))`.execute(
    db.read,
  );
  return rows;
}

const sheet = {
  cycle: sql.ref('s.cycle_id'),
  judge: sql.ref('s.judge_id'),
  entry: sql.ref('s.nomination_id'),
  country: sql.ref('s.country'),
};

/** Sheets that are open, panel by panel; once all are in, the judge's word that nothing follows. */
async function scoring(db: Db, personId: string, reader: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with mine as (
      select s.cycle_id, s.panel_group, count(*) filter (where s.status in ('assigned', 'reopened')) as open
      from scorecards s
        join nominations n on n.nomination_id = s.nomination_id and n.status <> 'disqualified'
        join panels q on q.cycle_id = s.cycle_id and q.panel_group = s.panel_group and q.round = s.round
      where s.judge_id = ${personId} and not ${inConflict(sheet)} and not ${keepsAway(reader, sheet.entry)}
      group by s.cycle_id, s.panel_group)
    select case when m.open > 0 then 'score-entries' else 'finish-scoring' end as kind, c.cycle_id as "cycleId",
      p.country, p.category, c.title, greatest(m.open, 1)::int as count,
      ${scoringEnd} as "dueAt", c.zone,
      case when m.open > 0 then '/api/v1/scorecards'
        else '/api/v1/cycles/' || c.cycle_id || '/judges/' || j.judge_id end as link
    from mine m
      join panels p on p.cycle_id = m.cycle_id and p.panel_group = m.panel_group and p.status = 'scoring'
      join judges j on j.cycle_id = m.cycle_id and j.judge_id = ${personId} and j.status = 'accepted'
      join cycles c on c.cycle_id = m.cycle_id and c.status = 'running'
    where m.open > 0 or not m.panel_group = any (j.finished)`.execute(db.read);
  return rows;
}

/** Pairs of award and country in which a role is held. */
function placesOf(roles: HeldRole[], name: string) {
  const held = roles.filter(({ role }) => role === name);
  const [awards, countries] = [held.map(({ award }) => award), held.map(({ country }) => country)];
  return sql`(select * from unnest(${awards}::text[], ${countries}::text[]))`;
}

/** Of a panel `p` in cycle `c`: another round of scoring follows. */
const roundFollows = sql<boolean>`exists (select from json_array_elements(c.definition -> 'judging' -> 'rounds') as r(e)
  where json_typeof(r.e) = 'object' and r.e ->> 'key' = p.round and r.e -> 'goesOn' is not null)`;

const ofPanel = sql`c.cycle_id as "cycleId", p.country, p.category, c.title, 1 as count, c.zone,
  '/api/v1/panels/' || p.cycle_id || '~' || p.panel_group as link`;
const decisionEnd = endOf('decision', 'p.cycle_id', 'p.country');
const panels = sql`from panels p join cycles c on c.cycle_id = p.cycle_id and c.status = 'running'`;

/** Of a panel `p`: no entry is in conflict with the person, so that the decision may be theirs. */
const isApart = (personId: string) => {
  const at = {
    cycle: sql.ref('p.cycle_id'),
    judge: sql`${personId}::uuid`,
    entry: sql`(x.e ->> 'nominationId')::uuid`,
  };
  return sql`not exists (select from ${everyEntryOf} as x(e)
    where ${inConflict({ ...at, country: sql`x.e ->> 'country'` })})`;
};

/** The chair and the deputy record and sign, where nothing before the panel is in conflict with them; the approver of a country signs what it decided on paper. Not while a letter waits. */
async function deciding(db: Db, personId: string, roles: HeldRole[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select case when s.narrows and not ${judgingIsOver} then 'shortlist-entries' when s.narrows then 'decide-earlier'
        when p.status = 'sealed' then 'record-decision' else 'sign-decision' end as kind, ${ofPanel},
      case when s.narrows and not ${judgingIsOver} then ${endOf('judging', 'p.cycle_id', 'p.country')} else ${decisionEnd} end as "dueAt"
    ${panels} cross join lateral (select p.status = 'sealed' and ${roundFollows} as narrows) s
    where ((p.status in ('sealed', 'decided') and (p.chair = ${personId} or p.deputy_chair = ${personId}) and ${isApart(personId)})
      or (p.status = 'decided' and p.source is not null and (c.award, p.country) in ${placesOf(roles, 'approver')}))
      and not (p.status = 'decided' and exists (select 1 from waiting_signatures w
        where w.cycle_id = p.cycle_id and w.panel_group = p.panel_group))`.execute(db.read);
  return rows;
}

/** Panels that are formed without judges: what they decide is recorded by the focal point, of a region by the secretariat. */
async function decidingOnPaper(db: Db, roles: HeldRole[]): Promise<Row[]> {
  const awards = roles.flatMap(({ role, award }) => (role === 'secretariat' && award !== null ? [award] : []));
  const { rows } = await sql<Row>`
    select 'record-decision' as kind, ${ofPanel}, ${decisionEnd} as "dueAt" ${panels}
    where p.status = 'formed' and cardinality(p.judges) = 0
      and ((c.award, p.country) in ${placesOf(roles, 'focal-point')}
        or (p.country is null and c.award = any (${awards}::text[])))`.execute(db.read);
  return rows;
}

/** Who runs a panel calls a reserve to each seat that somebody has left, where there is one: nobody else does, and nothing by itself. */
async function callingReserves(db: Db, roles: HeldRole[], reader: string): Promise<Row[]> {
  const awards = roles.flatMap(({ role, award }) => (role === 'secretariat' && award !== null ? [award] : []));
  const { rows } = await sql<Row>`
    select 'call-reserve' as kind, c.cycle_id as "cycleId", p.country, p.category, c.title, v.seats as count,
      ${scoringEnd} as "dueAt", c.zone,
      '/api/v1/panels/' || p.cycle_id || '~' || p.panel_group || '/assignment' as link
    from panels p join cycles c on c.cycle_id = p.cycle_id and c.status = 'running'
      cross join lateral (select ${vacantSeats(keepsAway(reader, sheet.entry))} as seats) v
    where p.status = 'scoring' and (cardinality(p.reserves) > 0 or jsonb_array_length(p.called) > 0) and v.seats > 0
      and ((c.award, p.country) in ${placesOf(roles, 'focal-point')}
        or (p.country is null and c.award = any (${awards}::text[])))`.execute(db.read);
  return rows;
}
