// Conflicts that the system finds by itself, between the judges of a group and the entries before it.
import { sql } from 'kysely';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import type { Found } from '../../domain/judge/messages.ts';
import { type Named, namesIn, tieByName } from '../../domain/judge/ties.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';

type Where = { cycleId: string; group?: string; judgeId?: string };
export type Tied = { judgeId: string; groups: string[]; bodies: string[] };
/** `addresses`: the mail addresses in its form. */
export type Entry = { nominationId: string; group: string; named: Named[]; movers: string[]; addresses: string[] };

/** By judge; only those of whom something was found. */
export async function findFoundConflicts(db: Db, where: Where): Promise<Map<string, Found[]>> {
  const judges = await findTied(db, where);
  const groups = where.group === undefined ? judges.flatMap((judge) => judge.groups) : [where.group];
  const entries = await findNamedEntries(db, where.cycleId, [...new Set(groups)]);
  const found = judges.map(({ judgeId, groups, bodies }) => {
    const own = entries.filter(({ group }) => groups.includes(group));
    return [judgeId, own.flatMap((entry) => tieOf({ judgeId, bodies }, entry))] as const;
  });
  return new Map(found.filter(([, ties]) => ties.length > 0));
}

function tieOf({ judgeId, bodies }: Omit<Tied, 'groups'>, { nominationId, named, movers }: Entry): Found[] {
  const because = movers.includes(judgeId) ? 'put-forward' : tieByName(bodies, named);
  return because === null ? [] : [{ nominationId, because }];
}

/** Who is asked to judge, serves or has served, with the bodies that they named. */
export async function findTied(db: Db, { cycleId, group, judgeId }: Where): Promise<Tied[]> {
  const rows = await db.read
    .selectFrom('judges')
    .leftJoin('judge_bodies', (join) =>
      join
        .onRef('judge_bodies.cycle_id', '=', 'judges.cycle_id')
        .onRef('judge_bodies.judge_id', '=', 'judges.judge_id'),
    )
    .select(['judges.judge_id', 'judges.groups', 'judge_bodies.bodies'])
    .where('judges.cycle_id', '=', cycleId)
    .where('judges.status', 'in', ['invited', 'accepted'])
    .$if(judgeId !== undefined, (all) => all.where('judges.judge_id', '=', judgeId ?? ''))
    .$if(group !== undefined, (all) => all.where(sql<boolean>`${group} = any (judges.groups)`))
    .execute();
  return rows.map(({ judge_id, groups, bodies }) => ({ judgeId: judge_id, groups, bodies: bodies ?? [] }));
}

type Row = {
  nominationId: string;
  country: string;
  category: string;
  organisation: Texts;
  known: Texts[];
  content: { content?: Record<string, unknown> } | null;
  movers: string[];
};

/** What was forwarded, with every name in it and with those who put it forward: its editors and who submitted it. */
export async function findNamedEntries(db: Db, cycleId: string, groups: string[]): Promise<Entry[]> {
  const [{ definition }, { rows }] = await Promise.all([
    db.read.selectFrom('cycles').select('definition').where('cycle_id', '=', cycleId).executeTakeFirstOrThrow(),
    sql<Row>`
      select n.nomination_id as "nominationId", n.country, n.category, n.organisation, d.content,
        coalesce((select json_agg(x.names) from organisations s join organisations o on o.survivor = s.survivor
          cross join lateral (select o.names union all select f -> 'names' from json_array_elements(o.former) as u(f)) x(names)
          where s.organisation_id = n.organisation_id), '[]') as known,
        array(select distinct m::text from unnest(array_append(f.editors, n.submitted_by)) as u(m) where m is not null) as movers
      from nominations n join cycles c using (cycle_id) left join dossiers d on d.hash = n.dossier
        left join drafts f on f.form = 'nomination' and f.subject_id = n.nomination_id
      where n.cycle_id = ${cycleId} and n.status = 'forwarded'
        and case c.scope when 'national' then n.country || '-' || n.category else n.category end = any (${groups}::text[])`.execute(
      db.read,
    ),
  ]);
  return rows.map((row) => entryOf(definition, row));
}

function entryOf(definition: AwardDefinition, row: Row): Entry {
  const { nominationId, country, category, organisation, known, content, movers } = row;
  const group = definition.judging.scope === 'national' ? `${country}-${category}` : category;
  const said = content?.content ?? {};
  const fields = definition.form.sections.flatMap((section) => section.fields).filter(({ kind }) => kind === 'email');
  const addresses = fields.flatMap(({ key }) => (typeof said[key] === 'string' ? [said[key]] : []));
  return { nominationId, group, named: namesIn(definition, [organisation, ...known], said), movers, addresses };
}
