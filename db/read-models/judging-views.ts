// The judge desk: each cycle in which the person is asked to judge, with the panels and how far the judge is in each.
import { sql } from 'kysely';
import type { AwardDefinition } from '../../domain/award-definition.ts';
import { findCountry, findRound, nextRoundOf } from '../../domain/definition-queries.ts';
import type { Texts } from '../../domain/messages.ts';
import type { Db } from '../database.ts';
import { scoringEnd } from './judging-tasks.ts';
import { findNameList } from './name-list.ts';
import { findOwnScorecards, type OwnLine } from './scorecard-views.ts';

type Status = 'invited' | 'accepted' | 'declined' | 'released';
type Row = {
  cycleId: string;
  title: Texts;
  zone: string;
  cycleStatus: string;
  definition: AwardDefinition;
  status: Status;
  groups: string[];
  country: string | null;
  terms: string | null;
  languages: string[];
  themes: string[];
  wishes: string[];
  capacity: number | null;
  bodies: string[];
  finished: string[];
  panels: {
    group: string;
    status: string;
    category: string;
    country: string | null;
    chair: string | null;
    deputy: string | null;
    round: string;
    /** Earlier rounds that are over. */
    ended: number;
    references: number;
    calibrated: number;
  }[];
  ends: { group: string; at: string | null }[];
};
/** More entries than a judge can be given. */
const all = 1_000;

/** The newest cycle first. */
export async function findJudging(db: Db, personId: string) {
  const { rows } = await sql<Row>`
    select c.cycle_id as "cycleId", c.title, c.zone, c.status as "cycleStatus", c.definition, j.status, j.groups, j.country, j.terms,
      j.languages, j.themes, j.wishes, j.capacity, j.finished,
      coalesce((select b.bodies from judge_bodies b where b.cycle_id = j.cycle_id and b.judge_id = j.judge_id), '{}') as bodies,
      coalesce((select json_agg(json_build_object('group', p.panel_group, 'status', p.status, 'category', p.category, 'country', p.country,
          'chair', p.chair, 'deputy', p.deputy_chair, 'round', p.round,
          'ended', (select count(*) from panel_rounds r where r.cycle_id = p.cycle_id and r.panel_group = p.panel_group),
          'references', (select count(*) from reference_entries r where r.cycle_id = p.cycle_id and r.panel_group = p.panel_group
            and p.status <> 'formed' and j.judge_id = any (p.judges)),
          'calibrated', (select count(*) from reference_sheets s where s.cycle_id = p.cycle_id and s.panel_group = p.panel_group
            and s.judge_id = j.judge_id)))
        from panels p where p.cycle_id = j.cycle_id and p.panel_group = any (j.groups)), '[]') as panels,
      coalesce((select json_agg(json_build_object('group', p.panel_group,
          'at', to_char(${scoringEnd} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
        from panels p where p.cycle_id = j.cycle_id and p.panel_group = any (j.groups)), '[]') as ends
    from judges j join cycles c using (cycle_id)
    where j.judge_id = ${personId}::uuid and j.status <> 'released'
    order by c.planned_at desc, c.cycle_id limit 50`.execute(db.read);
  const own = await findOwnScorecards(db, personId, { cycleId: null, group: null, limit: all, after: undefined });
  return Promise.all(
    rows.map(async (row) => {
      const { cycleId, status, definition } = row;
      const asks = definition.judging.blind.nominee && status === 'accepted';
      const { fresh } = asks ? await findNameList(db, { cycleId, judgeId: personId }) : { fresh: 0 };
      const lines = own.filter((line) => line.cycleId === cycleId);
      return { ...judgingOf(row, personId, lines), names: fresh };
    }),
  );
}

function judgingOf({ definition, panels, ends, ...row }: Row, personId: string, own: OwnLine[]) {
  const { cycleId, title, zone, cycleStatus, status, languages, themes, capacity } = row;
  const { version, text } = definition.judging.terms;
  return {
    ...{ cycleId, title, zone, cycleStatus, status },
    terms: { version, text, accepted: row.terms === version },
    profile: { languages, themes, wishes: row.wishes, capacity, bodies: row.bodies, country: row.country },
    groups: row.groups.map((group) => {
      const panel = panels.find((one) => one.group === group);
      const present = own.filter((entry) => entry.group === group && entry.round === (panel?.round ?? entry.round));
      const entries = present.filter((entry) => entry.status !== 'recused');
      const open = entries.filter((entry) => entry.status !== 'submitted');
      return {
        group,
        ...namesOf(definition, group, row.country),
        panelStatus: panel?.status ?? null,
        round: roundNames(definition, panel),
        chair: panel?.chair ?? null,
        leads: panel !== undefined && (panel.chair === personId || panel.deputy === personId),
        closesAt: ends.find((one) => one.group === group)?.at ?? null,
        entries: entries.length,
        undeclared: entries.filter(({ declared }) => !declared).length,
        done: entries.length - open.length,
        minutesLeft: open.reduce((sum, { minutes }) => sum + minutes, 0),
        finished: row.finished.includes(group),
        calibration: calibrationOf(panel),
      };
    }),
  };
}

/** Null where the award judges in one round. */
function roundNames(definition: AwardDefinition, panel: Row['panels'][number] | undefined): Texts | null {
  if (panel === undefined) return null;
  const several = panel.ended > 0 || nextRoundOf(definition, panel.round) !== undefined;
  return several ? (findRound(definition, panel.round)?.names ?? null) : null;
}

function calibrationOf(panel: Row['panels'][number] | undefined) {
  if (panel === undefined || panel.references === 0 || panel.ended > 0) return null;
  return { of: panel.references, left: Math.max(0, panel.references - panel.calibrated) };
}

/** A group is a category, or a country's in it. */
function namesOf(definition: AwardDefinition, group: string, home: string | null) {
  const country = definition.judging.scope === 'national' ? home : null;
  const key = country === null ? group : group.slice(country.length + 1);
  const category = definition.categories.find((one) => one.key === key);
  return {
    category: category?.key ?? null,
    categoryNames: category?.names ?? { en: group },
    country,
    countryNames: country === null ? null : (findCountry(definition, country)?.names ?? null),
  };
}
