// One entry of a panel as those around the table see it, and who must leave before it is opened.
import { sql } from 'kysely';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { inConflict } from './judge-views.ts';
import { everyEntryOf } from './panel-entries.ts';
import { type Eyes, seenBy } from './panel-views.ts';

export type EntryLine = {
  nominationId: string;
  group: string;
  category: string;
  country: string;
  organisation: Texts;
  title: Texts;
  dossierVersion: number;
  newestVersion: number;
  status: string;
  sheets: { scorecard: string; judgeId: string; name: string; status: string; submittedAt: string | null }[];
  mustLeave: { judgeId: string; name: string; because: 'declared' | 'country' }[];
};

/** Undefined for what is no entry of the panel, or in conflict with the viewer. */
export async function findEntry(
  db: Db,
  { cycleId, group, nominationId }: { cycleId: string; group: string; nominationId: string },
  eyes: Eyes,
): Promise<EntryLine | undefined> {
  const entry = seenBy(eyes, 'nominationId');
  const { rows } = await sql<EntryLine>`
    select x.e ->> 'nominationId' as "nominationId", p.panel_group as "group", p.category, x.e ->> 'country' as country,
      ${entry.organisation} as organisation, coalesce(n.title, '{}'::json) as title, p.status,
      (x.e ->> 'version')::int as "dossierVersion", coalesce(n.version, (x.e ->> 'version')::int) as "newestVersion",
      (select coalesce(json_agg(json_build_object('judgeId', m.judge, 'name', coalesce(person.name, ''), 'because',
          case when exists (select 1 from judge_conflicts k where k.cycle_id = p.cycle_id and k.judge_id = m.judge
            and k.nomination_id = n.nomination_id and k.status <> 'dismissed') then 'declared' else 'country' end)
          order by person.name, m.judge), '[]')
        from (select distinct judge from unnest(p.judges || p.reserves || p.chair || p.deputy_chair) as u(judge) where judge is not null) m
          left join people person on person.person_id = m.judge and person.erased_at is null
        where ${keptApart}) as "mustLeave",
      (select coalesce(json_agg(json_build_object('scorecard', s.nomination_id || '~' || s.judge_id || '~' || s.round,
          'judgeId', s.judge_id, 'name', coalesce(judge.name, ''), 'status', s.status,
          'submittedAt', to_char(s.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by judge.name, s.judge_id), '[]')
        from scorecards s left join people judge on judge.person_id = s.judge_id and judge.erased_at is null
        where s.nomination_id = n.nomination_id and s.cycle_id = p.cycle_id and s.panel_group = p.panel_group
          and (s.round = p.round or not exists (select 1 from json_array_elements(p.entries) as y(e)
            where y.e ->> 'nominationId' = n.nomination_id::text))) as sheets
    from panels p join cycles c using (cycle_id) cross join ${everyEntryOf} as x(e)
      left join nominations n on n.nomination_id = (x.e ->> 'nominationId')::uuid
    where p.cycle_id = ${cycleId} and p.panel_group = ${group} and x.e ->> 'nominationId' = ${nominationId}
      and ${entry.visible}`.execute(db.read);
  return rows[0];
}

/** One who sits at the table of panel `p`, and its entry `x.e`. */
const keptApart = inConflict({
  cycle: sql.ref('p.cycle_id'),
  judge: sql.ref('m.judge'),
  entry: sql`(x.e ->> 'nominationId')::uuid`,
  country: sql`x.e ->> 'country'`,
});
